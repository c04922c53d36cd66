import { arrange, real } from "./arrange.js";
import { copy, draw } from "./dom.js";
import { strands } from "./strands.js";

const IN_CARD = 2; // so many boxes stand beside each other in a card

/** Brings the boxes around a statement together in the picture; returns their ids. */
export function gatherAround(scene, network, id, depth) {
  scatter(scene);
  const arranged = arrange(network, id, depth, null, (each) => scene.holder(each), sizer(scene));
  const layer = draw("g", { class: "fresh" }, ...strands(scene, network, arranged));
  const graph = scene.svg.querySelector("g.graph");
  for (const [each, place] of drawn(arranged)) {
    scene.boxes.get(each).setAttribute("transform", shift(scene, each, place));
    scene.moved.set(each, scene.toPixels(place));
  }
  graph.prepend(layer);
  scene.svg.classList.add("gathered");
  return new Set(arranged.places.keys());
}

/** Puts every box back to its place. */
export function scatter(scene) {
  scene.svg.querySelector("g.fresh")?.remove();
  for (const id of scene.moved.keys()) scene.boxes.get(id).removeAttribute("transform");
  scene.moved.clear();
  scene.svg.classList.remove("gathered");
}

/** Draws a statement with its nearest, for its card. */
export function drawNearby(scene, network, id) {
  const arranged = arrange(network, id, 1, IN_CARD, (each) => scene.holder(each), sizer(scene));
  const boxes = drawn(arranged).map(([each, place]) => {
    const made = copy(scene.boxes.get(each));
    for (const one of [made, ...made.querySelectorAll("g")]) one.classList.remove("away", "dim", "current", "closed");
    made.removeAttribute("transform");
    return draw("g", { transform: shift(scene, each, place) }, made);
  });
  const places = [...arranged.places.values()];
  const right = Math.max(...places.map((one) => one.x + one.width)) + 8;
  const bottom = Math.max(...places.map((one) => one.y + one.height)) + 8;
  const frame = { viewBox: `-4 -4 ${right} ${bottom}`, width: Math.ceil((right * 4) / 3), class: "nearby-picture" };
  const font = Object.fromEntries(["font-family", "font-size"].map((name) => [name, scene.svg.getAttribute(name)]));
  return draw("svg", { ...frame, ...font }, ...strands(scene, network, arranged), ...boxes);
}

function drawn({ places, turned }) {
  return [...places].map(([id, place]) => [id, real(place, turned)]);
}

/** Moves a box from where the picture has it to its new place. */
function shift(scene, id, place) {
  const { x, y } = scene.outlines.get(id);
  return `translate(${place.x - x} ${place.y - y})`;
}

function sizer(scene) {
  return (id) => {
    const { width, height } = scene.outlines.get(id);
    return { width, height };
  };
}
