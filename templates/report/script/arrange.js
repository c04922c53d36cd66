const GAP = 18; // between boxes of a row
const RISE = 56; // between rows
const WIDE = 1050; // where a row would be wider than so many points, rows stand upright, one to the right of the other

/**
 * Lays out a statement with what is near it, row by row: what it bears on above it, what it rests on below.
 *
 * `size` gives width and height of a box by its id, `holder` the box in which a statement is drawn. `across` is how
 * many may stand in a row; with null each stands over its own reasons. Returns `places` by the ids of boxes and the
 * `rows`, as if rows lay level; where they are `turned`, what is above is on the left, and x and y change places.
 */
export function arrange(network, id, depth, across, holder, size) {
  const { levels, next } = near(network, id, depth, holder);
  if (across !== null) {
    const rows = levels.flatMap((ids) => split(ids, across));
    return { ...stacked(rows, packed(rows, size), size), turned: false };
  }
  const level = tidy(holder(id), next, size);
  const right = Math.max(...[...level].map(([each, x]) => x + size(each).width));
  if (right - Math.min(...level.values()) <= WIDE) return { ...stacked(levels, level, size), turned: false };
  const upright = (each) => real(size(each), true);
  return { ...stacked(levels, tidy(holder(id), next, upright), upright), turned: true };
}

/** Returns a rectangle or a point as it is drawn: with x and y changed for each other where rows are turned. */
export function real({ x, y, width, height }, turned) {
  return turned ? { x: y, y: x, width: height, height: width } : { x, y, width, height };
}

/** Returns the boxes around a statement level by level, and for each those that it led to, on either side. */
function near(network, id, depth, holder) {
  const seen = new Set([holder(id)]);
  const levels = new Map([[0, [holder(id)]]]);
  const next = { above: new Map(), below: new Map(), beside: new Map() };
  const lead = (side, level, from, ids) => {
    for (const box of ids.map(holder).filter((each) => each && !seen.has(each))) {
      if (seen.has(box)) continue;
      seen.add(box);
      add(levels, level, box);
      add(next[side], holder(from), box);
    }
  };
  for (const [side, sign] of [
    ["above", -1],
    ["below", 1],
  ]) {
    const met = new Set([id]);
    let rim = [id];
    for (let step = 1; step <= depth; step++) {
      const found = rim.map((each) => [each, (network[side].get(each) ?? []).filter((other) => !met.has(other))]);
      for (const [from, ids] of found) lead(side, sign * step, from, ids);
      rim = [...new Set(found.flatMap(([, ids]) => ids))];
      for (const each of rim) met.add(each);
    }
  }
  lead("beside", 0, id, network.beside.get(id) ?? []);
  return { levels: [...levels.keys()].sort((a, b) => a - b).map((level) => levels.get(level)), next };
}

/** Tells where boxes begin along their rows: each in the middle over what it led to. */
function tidy(centre, next, size) {
  const starts = new Map();
  const room = (id, led) => Math.max(size(id).width, span(led.get(id) ?? [], led));
  const span = (ids, led) => ids.reduce((sum, id) => sum + room(id, led) + GAP, -GAP);
  const put = (id, led, from) => {
    const ids = led.get(id) ?? [];
    const all = room(id, led);
    starts.set(id, from + (all - size(id).width) / 2);
    let at = from + (all - span(ids, led)) / 2;
    for (const each of ids) {
      put(each, led, at);
      at += room(each, led) + GAP;
    }
  };
  for (const led of [next.above, next.below]) put(centre, led, -room(centre, led) / 2);
  let x = size(centre).width / 2 + GAP;
  for (const id of next.beside.get(centre) ?? []) {
    starts.set(id, x);
    x += size(id).width + GAP;
  }
  return starts;
}

/** Tells where boxes begin in rows that are as short as can be. */
function packed(rows, size) {
  const starts = new Map();
  for (const ids of rows) {
    let x = -ids.reduce((sum, id) => sum + size(id).width + GAP, -GAP) / 2;
    for (const id of ids) {
      starts.set(id, x);
      x += size(id).width + GAP;
    }
  }
  return starts;
}

/** Puts rows below each other; tells of each where it lies and where a line may pass it. */
function stacked(rows, starts, size) {
  const first = Math.min(...starts.values());
  const places = new Map();
  let top = 0;
  const made = rows.map((ids, row) => {
    const boxes = ids.map((id) => ({ id, x: starts.get(id) - first, ...extent(size(id)) })).sort((a, b) => a.x - b.x);
    const bottom = top + Math.max(...boxes.map(({ height }) => height));
    for (const { id, x, width, height } of boxes) places.set(id, { x, y: top, width, height, row });
    const between = boxes.slice(1).map(({ x }, at) => (boxes[at].x + boxes[at].width + x) / 2);
    const last = boxes.at(-1);
    const gaps = [boxes[0].x - GAP / 2, ...between, last.x + last.width + GAP / 2];
    const level = { top, bottom, gaps };
    top = bottom + RISE;
    return level;
  });
  return { places, rows: made };
}

function extent({ width, height }) {
  return { width, height };
}

function split(ids, across) {
  return Array.from({ length: Math.ceil(ids.length / across) }, (_, row) =>
    ids.slice(row * across, (row + 1) * across),
  );
}

function add(lists, key, value) {
  lists.set(key, [...(lists.get(key) ?? []), value]);
}
