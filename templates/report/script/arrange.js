const GAP = 18;
const RISE = 52;
const WIDE = 1.4; // of many boxes so many times the square root stand beside each other

/**
 * Lays out a statement with what is near it, level by level: what it bears on above it, what it rests on below.
 *
 * `size` gives width and height of a box by its id, `holder` the box in which a statement is drawn. `across` is how
 * many may stand beside each other; null for as many as suit their number. Returns where each box goes, by its id, from 0,0.
 */
export function arrange(network, id, depth, across, holder, size) {
  const levels = byLevel(network, id, depth, holder);
  const count = [...levels.values()].reduce((sum, ids) => sum + ids.length, 0);
  const most = across ?? Math.max(4, Math.ceil(WIDE * Math.sqrt(count)));
  const rows = [...levels.keys()].sort((a, b) => a - b).flatMap((level) => split(levels.get(level), most));
  const boxes = rows.map((row) => row.map((each) => ({ id: each, ...size(each) })));
  const wide = (row) => row.reduce((sum, { width }) => sum + width + GAP, -GAP);
  const room = Math.max(...boxes.map(wide));
  const placed = new Map();
  let y = 0;
  for (const row of boxes) {
    let x = (room - wide(row)) / 2;
    for (const { id: each, width, height } of row) {
      placed.set(each, { x, y, width, height });
      x += width + GAP;
    }
    y += Math.max(...row.map(({ height }) => height)) + RISE;
  }
  return placed;
}

function byLevel(network, id, depth, holder) {
  const centre = holder(id);
  const seen = new Set([centre]);
  const levels = new Map([[0, [centre]]]);
  const add = (level, ids) => {
    const found = [...new Set(ids.map(holder))].filter((each) => each && !seen.has(each));
    for (const each of found) seen.add(each);
    if (found.length > 0) levels.set(level, [...(levels.get(level) ?? []), ...found]);
  };
  for (const [way, sign] of [
    [network.above, -1],
    [network.below, 1],
  ]) {
    const met = new Set([id]);
    let rim = [id];
    for (let step = 1; step <= depth; step++) {
      rim = [...new Set(rim.flatMap((each) => way.get(each) ?? []))].filter((each) => !met.has(each));
      for (const each of rim) met.add(each);
      add(sign * step, rim);
    }
  }
  add(0, network.beside.get(id) ?? []);
  return levels;
}

function split(ids, across) {
  return Array.from({ length: Math.ceil(ids.length / across) }, (_, row) =>
    ids.slice(row * across, (row + 1) * across),
  );
}
