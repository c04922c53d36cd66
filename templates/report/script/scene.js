/** The groups of one picture: its boxes, points and lines, and where each box stands. */
export class Scene {
  constructor(svg) {
    this.svg = svg;
    this.boxes = new Map([...svg.querySelectorAll("g.box, g.folded")].map((group) => [group.id, group]));
    this.points = new Map([...svg.querySelectorAll("g.point")].map((group) => [group.id, group]));
    this.lines = [...svg.querySelectorAll("g.line")];
    this.byId = new Map(this.lines.map((group) => [group.id, group]));
    this.outlines = new Map();
    this.moved = new Map();
  }

  /** Measures all boxes at once, while nothing is hidden. */
  measure() {
    for (const [id, group] of this.boxes) this.outlines.set(id, group.getBBox());
    const [first] = this.boxes.keys();
    const whole = this.svg.getBoundingClientRect();
    const scale = whole.width / Number(this.svg.getAttribute("width")) || 1;
    const here = first ? this.boxes.get(first).getBoundingClientRect() : whole;
    const { x, y, width } = this.outlines.get(first) ?? { x: 0, y: 0, width: 1 };
    this.unit = here.width / scale / width;
    this.origin = [(here.x - whole.x) / scale - x * this.unit, (here.y - whole.y) / scale - y * this.unit];
  }

  /** Turns a rectangle of the drawing into one in pixels at full size. */
  toPixels({ x, y, width, height }) {
    const [left, top] = this.origin;
    const { unit } = this;
    return { x: x * unit + left, y: y * unit + top, width: width * unit, height: height * unit };
  }

  /** Returns where a box stands now, in pixels at full size. */
  place(id) {
    return this.moved.get(id) ?? this.toPixels(this.outlines.get(id));
  }

  /** Returns the ids of boxes that stand for themselves: evidence folded into a box is part of that box. */
  get free() {
    return [...this.boxes.keys()].filter((id) => !this.boxes.get(id).classList.contains("folded"));
  }

  /** Returns the id of the box in which a statement is drawn. */
  holder(id) {
    return this.boxes.get(id)?.closest("g.box")?.id;
  }

  /** Returns how thick the line of a step is drawn, by its weight. */
  weight(step) {
    const group = this.byId.get(`${step}:end`) ?? this.byId.get(step);
    return group?.querySelector("path")?.getAttribute("stroke-width") ?? 1;
  }

  /** Returns the rectangle around some boxes. */
  around(ids) {
    const places = [...ids].filter((id) => this.outlines.has(id)).map((id) => this.place(id));
    const x = Math.min(...places.map((one) => one.x));
    const y = Math.min(...places.map((one) => one.y));
    const right = Math.max(...places.map((one) => one.x + one.width));
    const bottom = Math.max(...places.map((one) => one.y + one.height));
    return places.length > 0 ? { x, y, width: right - x, height: bottom - y } : null;
  }

  /** Hides all boxes but `shown`, dims those not in `bright`, and lets points and lines follow their ends. */
  show(shown, bright) {
    const held = (ids) => new Set([...ids].map((id) => this.holder(id)));
    const [visible, lit] = [held(shown), held(bright)];
    for (const id of this.free) mark(this.boxes.get(id), visible.has(id), lit.has(id));
    for (const [id, group] of this.boxes) if (!visible.has(id)) mark(group, shown.has(id), bright.has(id));
    if (this.moved.size > 0) this.follow(new Set(), new Set());
    else this.follow(visible, lit);
  }

  /** Shows points and lines whose ends are in sight; brought together, boxes have other lines. */
  follow(visible, lit) {
    const ends = [new Set(visible), new Set(lit)];
    const waiting = new Map(this.points);
    for (let size = -1; size !== waiting.size; ) {
      size = waiting.size;
      for (const [id, { dataset }] of waiting) {
        if (!ends[0].has(dataset.to) && waiting.has(dataset.to)) continue;
        for (const set of ends) {
          if (set.has(dataset.to) && dataset.from.split(" ").some((from) => set.has(from))) set.add(id);
        }
        waiting.delete(id);
      }
    }
    for (const [id, group] of this.points) mark(group, ends[0].has(id), ends[1].has(id));
    for (const group of this.lines) {
      const { from, to } = group.dataset;
      const [seen, bright] = ends.map((set) => set.has(from) && set.has(to));
      mark(group, seen, bright);
    }
  }
}

function mark(group, seen, bright) {
  group.classList.toggle("away", !seen);
  group.classList.toggle("dim", seen && !bright);
}
