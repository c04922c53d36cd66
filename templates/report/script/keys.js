const KEYS = {
  "+": "in",
  "=": "in",
  "-": "out",
  0: "fit",
  f: "focus",
  w: "wider",
  n: "nearer",
  c: "fold",
  a: "all",
  e: "enlarge",
  "/": "search",
  "?": "keys",
};
const WAYS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** Lets a viewer be used by the keyboard alone; keys count only while it has the focus. */
export function listen(viewer) {
  viewer.root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      leave(viewer);
    } else if (event.target.matches("input, select")) {
      if (event.key !== "Enter" || event.target.name !== "q") return;
      viewer.act("next");
    } else if (WAYS[event.key] && viewer.frame.contains(event.target)) {
      walk(viewer, WAYS[event.key], event.shiftKey);
    } else if (event.key === "Enter" && viewer.current && viewer.frame.contains(event.target)) {
      viewer.details.focus();
    } else if (KEYS[event.key]) {
      viewer.act(KEYS[event.key]);
    } else {
      return;
    }
    event.preventDefault();
  });
}

/** Steps back: out of a large view, out of a focus, then away from a box. */
function leave(viewer) {
  if (viewer.root.classList.contains("enlarged")) viewer.enlarge();
  else if (viewer.focus) viewer.leaveFocus();
  else if (viewer.current) {
    viewer.choose(null);
    viewer.frame.focus();
  }
}

/** Goes to the nearest box that way; one that is linked with this counts as half as far. With Shift the picture moves. */
function walk(viewer, [x, y], moving) {
  if (moving) {
    viewer.stage.pan(-x * 80, -y * 80);
    return;
  }
  const { scene, current, network } = viewer;
  const ids = viewer.ids.filter((id) => viewer.shown.has(id) || id === scene.holder(current));
  const here = current && scene.place(scene.holder(current));
  if (!here) {
    if (ids.length > 0) viewer.choose(ids[0]);
    return;
  }
  const linked = new Set([...(network.above.get(current) ?? []), ...(network.below.get(current) ?? [])]);
  const middle = (place) => [place.x + place.width / 2, place.y + place.height / 2];
  const [left, top] = middle(here);
  let best = null;
  let least = Number.POSITIVE_INFINITY;
  for (const id of ids) {
    const [right, bottom] = middle(scene.place(id));
    const along = (right - left) * x + (bottom - top) * y;
    const aside = Math.abs((right - left) * y) + Math.abs((bottom - top) * x);
    const far = (along + 2 * aside) * (linked.has(id) ? 0.5 : 1);
    if (along > 4 && far < least) [best, least] = [id, far];
  }
  if (best) viewer.choose(best);
}
