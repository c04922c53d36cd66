# Sourced by setup and test.

# stage NAME COMMAND...: runs the command quietly and prints one line with its duration;
# what the command itself printed is shown only where it fails.
stage() {
    local name=$1 started=$SECONDS status=0 log
    shift
    log=$(mktemp)
    "$@" >"$log" 2>&1 </dev/null || status=$?
    if ((status == 0)); then
        printf '%-34s ok     %4d s\n' "$name" $((SECONDS - started))
    else
        printf '%-34s FAILED %4d s\n' "$name" $((SECONDS - started))
        cat "$log"
    fi
    rm -f "$log"
    return "$status"
}
