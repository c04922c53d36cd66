import { real } from "./arrange.js";
import { draw } from "./dom.js";

const OFF = 22; // how far from its conclusion the premises of a step meet
const BAR = 9; // how long their bar is for each of them
const LANES = 5; // so many lines pass beside each other where several have the same gap,
const LANE = 3; // so far apart

/** Draws the lines between placed boxes: premises of one step meet before they reach it, undercuts end on the step. */
export function strands(scene, network, { places, rows, turned }) {
  const steps = gather(scene, network.links, places);
  const undercut = new Set([...steps.values()].map((step) => step.at));
  spread([...steps.values()], places);
  const point = (name) => steps.get(name)?.point;
  return [...steps.values()].flatMap((step, number) => {
    const end = step.at && point(step.at) ? point(step.at) : step.end;
    const width = scene.weight(step.name);
    const lane = ((number % LANES) - (LANES - 1) / 2) * LANE;
    const line = (from, to, kind = step.kind) => {
      const d = path(passing(from, to, rows, lane), turned);
      return draw("path", { d, class: `near near-${kind}`, "stroke-width": width });
    };
    const joined = step.premises.length > 1 || undercut.has(step.name);
    if (!joined) return [line(leave(places.get(step.premises[0].id), end), end)];
    return [
      ...step.premises.map(({ id, since }) =>
        line(leave(places.get(id), step.point), step.point, `${step.kind} ${since ? "near-since" : "open"}`),
      ),
      line({ ...step.point, row: step.end.row + step.end.way }, end),
      joint(step, turned),
    ];
  });
}

/** Returns the steps and relations of which something is placed at both ends. */
function gather(scene, links, places) {
  const steps = new Map();
  for (const { from, to, kind, step, at, since } of links) {
    const [tail, head] = [scene.holder(from), scene.holder(to)];
    if (tail === head || !places.has(tail) || !places.has(head)) continue;
    const name = step || `${tail} ${kind} ${head}`;
    if (!steps.has(name)) steps.set(name, { name, kind, at, head, premises: [] });
    const { premises } = steps.get(name);
    if (!premises.some(({ id }) => id === tail)) premises.push({ id: tail, since });
  }
  return steps;
}

/** Gives each step its end on its conclusion, side by side with the others that end there, and a point before it. */
function spread(steps, places) {
  for (const [head, group] of Map.groupBy(steps, (step) => step.head)) {
    const { x, y, width, height, row } = places.get(head);
    const mean = ({ premises }) => premises.reduce((sum, { id }) => sum + places.get(id).x, 0) / premises.length;
    group.sort((one, other) => mean(one) - mean(other));
    group.forEach((step, number) => {
      const under = step.premises.some(({ id }) => places.get(id).row > row);
      const across = x + (width * (number + 1)) / (group.length + 1);
      step.end = { x: across, y: under ? y + height : y, row, way: under ? 1 : -1 };
      step.point = { x: across, y: step.end.y + OFF * step.end.way, row };
    });
  }
}

/** Returns where a line to a point leaves a box: on the side towards it, above where they are of one row. */
function leave({ x, y, width, height, row }, end) {
  return { x: x + width / 2, y: row < end.row ? y + height : y, row };
}

/** Returns the points of a line: it passes rows between its ends where they have a gap, never behind a box. */
function passing(from, to, rows, lane) {
  const way = Math.sign(to.row - from.row);
  const stops = [from];
  for (let row = from.row + way; way !== 0 && row !== to.row; row += way) {
    const { top, bottom, gaps } = rows[row];
    const straight = from.x + ((to.x - from.x) * (top - from.y)) / (to.y - from.y);
    const gap = gaps.reduce((best, each) => (Math.abs(each - straight) < Math.abs(best - straight) ? each : best));
    for (const y of way < 0 ? [bottom, top] : [top, bottom]) stops.push({ x: gap + lane, y });
  }
  return [...stops, to];
}

/** Draws a line through points, from row to row in a bend; within a row it goes around. */
function path([first, ...others], turned) {
  const shown = ({ x, y }) => (turned ? `${y} ${x}` : `${x} ${y}`);
  let last = first;
  const bends = others.map((stop) => {
    const level = Math.abs(last.y - stop.y) < 1;
    const middle = level ? last.y - OFF : (last.y + stop.y) / 2;
    const bend = `C${shown({ x: last.x, y: middle })} ${shown({ x: stop.x, y: middle })} ${shown(stop)}`;
    last = stop;
    return bend;
  });
  return `M${shown(first)}${bends.join("")}`;
}

function joint({ point, kind, premises }, turned) {
  const kinds = `near-joint near-${kind}`;
  if (premises.length === 1) {
    const { x, y } = real(point, turned);
    return draw("circle", { cx: x, cy: y, r: 3, class: kinds });
  }
  const width = BAR * premises.length;
  return draw("rect", {
    ...real({ x: point.x - width / 2, y: point.y - 1.5, width, height: 3 }, turned),
    class: kinds,
  });
}
