import { make, stamp } from "./dom.js";
import { fold, readFilter } from "./filter.js";

/** Lets a table be sorted by the heads that say how: `data-sort` is "text" or "number". */
export function makeSortable(table) {
  for (const head of table.querySelectorAll("th[data-sort]")) {
    const button = make("button", { type: "button", class: "sorter" }, ...head.childNodes);
    head.replaceChildren(button);
    button.addEventListener("click", () => sort(table, head));
  }
}

function sort(table, head) {
  const before = head.getAttribute("aria-sort");
  const first = "descending" in head.dataset ? "descending" : "ascending";
  const other = first === "ascending" ? "descending" : "ascending";
  const order = before === first ? other : first;
  for (const one of table.querySelectorAll("th[aria-sort]")) one.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", order);
  const number = head.dataset.sort === "number";
  const key = (row) => row.cells[head.cellIndex].dataset.key ?? row.cells[head.cellIndex].textContent.trim();
  const compare = number ? (a, b) => a - b : new Intl.Collator(undefined, { numeric: true }).compare;
  const sign = order === "ascending" ? 1 : -1;
  const [body] = table.tBodies;
  const keyed = [...body.rows].map((row) => [number ? figure(key(row)) : key(row), row]);
  body.append(...keyed.sort((a, b) => sign * compare(a[0], b[0])).map(([, row]) => row));
}

/** Reads the number at the beginning of a cell: `.72`, `>.99`; what is not assessed comes below all numbers. */
function figure(text) {
  const value = Number.parseFloat(text.replace(/^[<>]/, ""));
  return Number.isNaN(value) ? -1 : value;
}

/** Puts a filter above a table whose rows say what they are by their data. */
export function makeFiltered(frame) {
  const controls = stamp("claims-tools");
  if (!controls) return;
  const records = [...frame.querySelectorAll("tbody tr")].map((row) => ({ row, ...recordOf(row) }));
  const status = controls.querySelector('[role="status"]');
  const apply = () => {
    const { passes, found } = readFilter(controls);
    const kept = records.filter((record) => passes(record) && found(record));
    const shown = new Set(kept);
    for (const record of records) record.row.hidden = !shown.has(record);
    status.textContent = `${kept.length} of ${records.length} statements`;
  };
  controls.addEventListener("input", apply);
  frame.prepend(controls);
  apply();
}

/** Returns what a row says of its statement; kind and strength are read where the reader sees them. */
function recordOf(row) {
  const { sources = "", stances = "", weak = "" } = row.dataset;
  const strength = figure(row.cells[1].textContent);
  return {
    kind: row.cells[0].querySelector("em")?.textContent,
    sources: sources.split(" "),
    stances: stances.split(" "),
    weak: weak.split("|"),
    strength: strength < 0 ? null : strength,
    text: fold(row.cells[0].textContent),
  };
}
