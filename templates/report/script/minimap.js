import { draw } from "./dom.js";

const LONGEST = 170; // pixels

/** A small picture of the whole with a frame around what is in view; a click moves there. */
export class Minimap {
  constructor(stage, scene) {
    this.stage = stage;
    const { width, height } = stage.size;
    const boxes = scene.free.map((id) => {
      const { x, y, width, height } = scene.place(id);
      return draw("rect", { x, y, width, height, class: `mini-${scene.boxes.get(id).classList.item(1)}` });
    });
    this.view = draw("rect", { class: "mini-view" });
    const scale = LONGEST / Math.max(width, height);
    const frame = { viewBox: `0 0 ${width} ${height}`, width: width * scale, height: height * scale };
    this.element = draw("svg", { ...frame, class: "minimap", "aria-hidden": "true" }, ...boxes, this.view);
    this.element.addEventListener("pointerdown", (event) => this.go(event));
    stage.frame.append(this.element);
  }

  update() {
    const { frame, x, y, scale, size } = this.stage;
    const [wide, high] = [frame.clientWidth / scale, frame.clientHeight / scale];
    const whole = wide >= size.width * 0.95 && high >= size.height * 0.95;
    this.element.classList.toggle("away", whole);
    const place = {
      x: -x / scale,
      y: -y / scale,
      width: wide,
      height: high,
      "stroke-width": Math.max(size.width, size.height) / 90,
    };
    for (const [name, value] of Object.entries(place)) this.view.setAttribute(name, value);
  }

  go(event) {
    event.stopPropagation();
    const found = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.element.getScreenCTM().inverse());
    const { frame, scale, x, y } = this.stage;
    this.stage.pan(frame.clientWidth / 2 - found.x * scale - x, frame.clientHeight / 2 - found.y * scale - y);
  }
}
