/**
 * Reads the controls of a filter by their names: q (words), kind (boxes that are ticked), source, stance, weak, least.
 * Shows what `least` stands at, and returns a function that tells whether a record passes; `words` are those searched for, `idle` whether all pass.
 */
export function readFilter(controls) {
  const value = (name) => controls.querySelector(`[name="${name}"]`)?.value ?? "";
  const boxes = [...controls.querySelectorAll('[name="kind"]')];
  const kinds = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  const words = fold(value("q")).split(" ").filter(Boolean);
  const [source, stance, weak, least] = ["source", "stance", "weak", "least"].map(value);
  const output = controls.querySelector("output");
  if (output) output.value = Number(least) > 0 ? least.replace(/^0/, "") : "any";
  const passes = (record) =>
    (boxes.length === 0 || kinds.has(record.kind)) &&
    (!source || record.sources.includes(source)) &&
    (!stance || record.stances.includes(stance)) &&
    (!weak || record.weak.includes(weak)) &&
    (Number(least) === 0 || (record.strength !== null && record.strength >= Number(least)));
  const found = (record) => words.every((word) => record.text.includes(word));
  const idle = kinds.size === boxes.length && !source && !stance && !weak && Number(least) === 0;
  return { passes, found, words, idle };
}

/** Returns a text as it is searched: small letters without accents, one space between words. */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}
