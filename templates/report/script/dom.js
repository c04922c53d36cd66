const SVG = "http://www.w3.org/2000/svg";

/** Makes an element: make("button", { type: "button" }, "Fit"). What is undefined is left out. */
export function make(tag, attributes = {}, ...children) {
  return dress(document.createElement(tag), attributes, children);
}

/** Makes an element of a picture. */
export function draw(tag, attributes = {}, ...children) {
  return dress(document.createElementNS(SVG, tag), attributes, children);
}

/** Returns a copy of what a template of the page holds, or nothing where the page has no such template. */
export function stamp(id) {
  return document.getElementById(id)?.content.firstElementChild.cloneNode(true);
}

/** Returns a copy of an element without the ids that may stand only once on a page. */
export function copy(element) {
  const made = element.cloneNode(true);
  for (const one of [made, ...made.querySelectorAll("[id]")]) one.removeAttribute("id");
  return made;
}

function dress(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}
