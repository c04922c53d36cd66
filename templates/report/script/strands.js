import { draw } from "./dom.js";

const OFF = 20; // how far from its conclusion the premises of a step meet
const BAR = 9; // how long their bar is for each of them

/** Draws the lines between placed boxes: premises of one step meet before they reach it, undercuts end on the step. */
export function strands(scene, network, placed) {
  const steps = gather(scene, network.links, placed);
  const undercut = new Set([...steps.values()].map((step) => step.at));
  spread([...steps.values()], placed);
  const point = (name) => steps.get(name)?.point;
  return [...steps.values()].flatMap((step) => {
    const end = step.at && point(step.at) ? point(step.at) : step.end;
    const joined = step.premises.length > 1 || undercut.has(step.name);
    if (!joined) return [line(leave(placed.get(step.premises[0]), end), end, step.kind)];
    return [
      ...step.premises.map((id) => line(leave(placed.get(id), step.point), step.point, step.kind, true)),
      line(step.point, end, step.kind),
      joint(step),
    ];
  });
}

/** Returns the steps and relations of which something is placed at both ends. */
function gather(scene, links, placed) {
  const steps = new Map();
  for (const { from, to, kind, step, at } of links) {
    const [tail, head] = [scene.holder(from), scene.holder(to)];
    if (tail === head || !placed.has(tail) || !placed.has(head)) continue;
    const name = step || `${tail} ${kind} ${head}`;
    if (!steps.has(name)) steps.set(name, { name, kind, at, head, premises: [] });
    const { premises } = steps.get(name);
    if (!premises.includes(tail)) premises.push(tail);
  }
  return steps;
}

/** Gives each step its end on its conclusion, side by side with the others that end there, and a point before it. */
function spread(steps, placed) {
  const ends = Map.groupBy(steps, (step) => step.head);
  for (const [head, group] of ends) {
    const { x, y, width, height } = placed.get(head);
    const mean = ({ premises }) => premises.reduce((sum, id) => sum + placed.get(id).x, 0) / premises.length;
    group.sort((one, other) => mean(one) - mean(other));
    group.forEach((step, number) => {
      const under = step.premises.some((id) => placed.get(id).y > y);
      const across = x + (width * (number + 1)) / (group.length + 1);
      step.end = { x: across, y: under ? y + height : y, way: under ? 1 : -1 };
      step.point = { x: across, y: step.end.y + OFF * step.end.way, way: step.end.way };
    });
  }
}

/** Returns where a line to a point leaves a box. */
function leave({ x, y, width, height }, end) {
  return { x: x + width / 2, y: y + height / 2 < end.y ? y + height : y };
}

function line(from, to, kind, open = false) {
  const level = Math.abs(from.y - to.y) < 1;
  const middle = level ? from.y - OFF : (from.y + to.y) / 2;
  const d = `M${from.x} ${from.y}C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${to.y}`;
  return draw("path", { d, class: `near near-${kind}${open ? " open" : ""}` });
}

function joint({ point, kind, premises }) {
  const kinds = `near-joint near-${kind}`;
  if (premises.length === 1) return draw("circle", { cx: point.x, cy: point.y, r: 3, class: kinds });
  const width = BAR * premises.length;
  return draw("rect", { x: point.x - width / 2, y: point.y - 1.5, width, height: 3, class: kinds });
}
