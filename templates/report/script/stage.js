const LEAST = 0.02;
const MOST = 4;
const READABLE = 1;
const SETTLED = 160; // milliseconds after which a picture that moved is drawn anew, sharp
const CLICK = 4; // pixels: a pointer that goes no further meant a click

/** A frame in which a picture is panned and zoomed, by a CSS transform alone. */
export class Stage {
  constructor(frame, picture, moved) {
    Object.assign(this, { frame, picture, moved, x: 0, y: 0, scale: 1, pointers: new Map(), travelled: 0 });
    this.size = { width: Number(picture.getAttribute("width")), height: Number(picture.getAttribute("height")) };
    frame.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    frame.addEventListener("pointerdown", (event) => this.press(event));
    frame.addEventListener("pointermove", (event) => this.drag(event));
    for (const name of ["pointerup", "pointercancel"]) frame.addEventListener(name, (event) => this.release(event));
    frame.addEventListener("click", (event) => this.travelled > CLICK && event.preventDefault(), { capture: true });
    frame.addEventListener("dragstart", (event) => event.preventDefault());
  }

  /** Shows a rectangle of the picture, as large as fits; small ones no larger than they read well. */
  show({ x, y, width, height }, most = READABLE, margin = 24) {
    const [wide, high] = [this.frame.clientWidth - 2 * margin, this.frame.clientHeight - 2 * margin];
    this.scale = Math.max(LEAST, Math.min(wide / width, high / height, most));
    this.x = this.frame.clientWidth / 2 - (x + width / 2) * this.scale;
    this.y = this.frame.clientHeight / 2 - (y + height / 2) * this.scale;
    this.place();
  }

  /** Shows a rectangle at a given size: from where `all` begins if it is in sight then, else in the middle. */
  near(rectangle, all, scale, margin = 24) {
    this.scale = scale;
    const settled = (at, length, from, whole, room) => {
      if (whole * scale + 2 * margin <= room) return (room - whole * scale) / 2 - from * scale;
      if ((at + length - from) * scale + 2 * margin <= room) return margin - from * scale;
      return Math.max(room - margin - (from + whole) * scale, room / 2 - (at + length / 2) * scale);
    };
    const { x, y, width, height } = rectangle;
    this.x = settled(x, width, all.x, all.width, this.frame.clientWidth);
    this.y = settled(y, height, all.y, all.height, this.frame.clientHeight);
    this.place();
  }

  fit() {
    this.show({ x: 0, y: 0, ...this.size }, READABLE, 4);
  }

  /** Moves a rectangle of the picture into view where it is not. */
  reveal({ x, y, width, height }) {
    const inside = (from, length, room) => Math.max(0, 16 - from) + Math.min(0, room - 16 - from - length);
    const [left, top] = [x * this.scale + this.x, y * this.scale + this.y];
    this.pan(
      inside(left, width * this.scale, this.frame.clientWidth),
      inside(top, height * this.scale, this.frame.clientHeight),
    );
  }

  pan(x, y) {
    this.x += x;
    this.y += y;
    this.place();
  }

  /** Zooms by a factor; the given point of the frame, else its middle, stays where it is. */
  zoom(factor, x = this.frame.clientWidth / 2, y = this.frame.clientHeight / 2) {
    const scale = Math.min(MOST, Math.max(LEAST, this.scale * factor));
    this.x = x - ((x - this.x) * scale) / this.scale;
    this.y = y - ((y - this.y) * scale) / this.scale;
    this.scale = scale;
    this.place();
  }

  place() {
    this.picture.style.transform = `translate(${this.x}px, ${this.y}px) scale(${this.scale})`;
    this.picture.classList.add("moving");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.picture.classList.remove("moving"), SETTLED);
    this.moved();
  }

  wheel(event) {
    if (!event.ctrlKey && !event.metaKey && !this.frame.closest(".enlarged")) return;
    event.preventDefault();
    const { left, top } = this.frame.getBoundingClientRect();
    this.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.008 : 0.0015)), event.clientX - left, event.clientY - top);
  }

  press(event) {
    if (event.button !== 0) return;
    if (this.pointers.size === 0) this.travelled = 0;
    this.pointers.set(event.pointerId, event);
  }

  drag(event) {
    const last = this.pointers.get(event.pointerId);
    if (last === undefined) return;
    const [x, y] = [event.clientX - last.clientX, event.clientY - last.clientY];
    this.travelled += Math.abs(x) + Math.abs(y);
    if (this.travelled > CLICK) this.frame.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, event);
    const other = [...this.pointers.values()].find((one) => one.pointerId !== event.pointerId);
    if (other === undefined) {
      this.pan(x, y);
      return;
    }
    const apart = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    const { left, top } = this.frame.getBoundingClientRect();
    this.zoom(apart(event) / apart(last), other.clientX - left, other.clientY - top);
  }

  release(event) {
    this.pointers.delete(event.pointerId);
    // The click that ends a drag comes at once; any later one, from a key or a screen reader, is meant.
    setTimeout(() => {
      this.travelled = 0;
    });
  }
}
