import { make } from "./dom.js";
import { drawNearby } from "./focus.js";

/** Gives each card a drawing of its neighbourhood, made when it is asked for. */
export function illustrate(cards, scene, network) {
  for (const card of cards) {
    const id = `box-${card.id.slice("claim-".length)}`;
    if (!scene.holder(id)) continue;
    const frame = make("div", { class: "nearby-frame", role: "region", tabindex: "0", "aria-label": "Neighbourhood" });
    const more = make("details", { class: "nearby" }, make("summary", {}, "Draw its neighbourhood"), frame);
    more.addEventListener("toggle", () => more.open && frame.replaceChildren(drawNearby(scene, network, id)));
    card.append(more);
  }
}

/** Opens what a link leads into, and all of it before the page is printed. */
export function openAsNeeded() {
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let one = target?.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
    target?.scrollIntoView();
  };
  addEventListener("hashchange", open);
  if (location.hash) open();
  addEventListener("beforeprint", () => {
    for (const one of document.querySelectorAll("details:not(.nearby)")) one.open = true;
  });
}
