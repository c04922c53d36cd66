import { copy, make, stamp } from "./dom.js";
import { readFilter } from "./filter.js";
import { gatherAround, scatter } from "./focus.js";
import { listen } from "./keys.js";
import { Minimap } from "./minimap.js";
import { bearing, beneath, cardOf } from "./network.js";
import { Scene } from "./scene.js";
import { Stage } from "./stage.js";

const DEPTH = 2;
const LEGIBLE = 0.8; // letters of 13 pixels come to more than 10
const GLANCE = 0.5; // at this size a whole is still taken in
const FEW = 6; // a map does not begin with fewer boxes, if it can begin with more

/** A picture that can be moved, searched, filtered, focused and folded, with what is said of a box beside it. */
export class Viewer {
  constructor(root, network) {
    Object.assign(this, { root, network, current: null, focus: null, depth: DEPTH, closed: new Set() });
    this.frame = root.querySelector(".picture");
    this.scene = new Scene(this.frame.querySelector("svg"));
    this.controls = stamp("map-tools");
    this.status = this.controls.querySelector('[role="status"]');
    this.details = make("aside", { class: "details", "aria-label": "About the chosen box", tabindex: "-1" });
    root.prepend(this.controls);
    root.querySelector(".viewport").append(this.details);
    root.append(stamp("map-key"));
    root.classList.add("live");
    this.scene.measure();
    this.stage = new Stage(this.frame, this.scene.svg, () => this.minimap?.update());
    this.minimap = new Minimap(this.stage, this.scene);
    this.about(null);
    this.wire();
    this.apply();
    this.start();
  }

  wire() {
    for (const link of this.scene.svg.querySelectorAll("a")) link.setAttribute("tabindex", "-1");
    this.scene.svg.addEventListener("click", (event) => this.clicked(event));
    this.controls.addEventListener("input", () => this.filter());
    this.controls.addEventListener("click", (event) => this.act(event.target.closest("[data-act]")?.dataset.act));
    this.details.addEventListener("click", (event) => this.act(event.target.closest("[data-act]")?.dataset.act));
    listen(this);
    addEventListener("beforeprint", () => this.showWhole());
    addEventListener("afterprint", () => this.apply());
    new ResizeObserver(() => this.minimap.update()).observe(this.frame);
  }

  /** Shows the whole where that can be read, else what is around its first question or conclusion with something to it. */
  start() {
    this.stage.fit();
    if (this.stage.scale >= GLANCE || this.ids.length === 0) return;
    const { above, below } = this.network;
    const ends = this.ids.filter((id) => below.has(id) && !above.has(id));
    const telling = ends.find((id) => bearing(this.network, id, DEPTH).size >= FEW);
    this.around(telling ?? ends[0] ?? this.ids[0]);
    if (this.overflows) this.around(this.focus, 1);
  }

  /** The boxes in the order of the text, without those folded into others. */
  get ids() {
    return this.scene.free;
  }

  /** Works out anew what is in sight. */
  apply() {
    const { passes, found, words, idle } = readFilter(this.controls);
    const all = [...this.network.nodes.keys()].filter((id) => this.scene.boxes.has(id));
    const away = beneath(this.network, this.closed);
    const near = this.focus && gatherAround(this.scene, this.network, this.focus, this.depth);
    if (!near) scatter(this.scene);
    const wanted = (id) => (near ? near.has(this.scene.holder(id)) : idle || passes(this.network.nodes.get(id)));
    const shown = new Set(all.filter((id) => wanted(id) && (near || !away.has(id))));
    const searching = words.length > 0 && !near;
    this.found = new Set(searching ? [...shown].filter((id) => found(this.network.nodes.get(id))) : shown);
    this.scene.show(shown, this.found);
    for (const [id, group] of this.scene.boxes) group.classList.toggle("closed", this.closed.has(id));
    Object.assign(this, { shown, searching });
    this.tell();
  }

  /** Searches and filters the whole map, also where only a part was shown. */
  filter() {
    if (this.focus) this.leaveFocus();
    else this.apply();
  }

  tell() {
    const parts = [`${this.shown.size} of ${this.scene.boxes.size} shown`];
    if (this.searching) parts.push(`${this.found.size} found`);
    if (this.focus) {
      const far = this.depth === 1 ? "1 step" : `${this.depth} steps`;
      parts.push(`around ${this.network.nodes.get(this.focus).name}, ${far}`);
    }
    if (this.closed.size > 0) parts.push(`${this.closed.size} folded`);
    this.status.textContent = parts.join(" · ");
  }

  clicked(event) {
    const group = event.target.closest("g.folded, g.box");
    if (!group || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (this.stage.travelled <= 4) this.choose(group.id);
  }

  /** Makes a box the current one: it is marked, in view, told of beside the picture, and has the focus if that may move. */
  choose(id, moving = true) {
    if (this.current) this.scene.boxes.get(this.current).classList.remove("current");
    this.current = id;
    if (id === null) {
      this.about(null);
      return;
    }
    const group = this.scene.boxes.get(id);
    group.classList.add("current");
    this.about(id);
    this.stage.reveal(this.scene.place(id));
    const link = group.querySelector("a");
    if (moving) (link ?? this.frame).focus({ preventScroll: true });
  }

  /** Tells of a box beside the picture; of none, so that the picture has all the room. */
  about(id) {
    this.details.hidden = id === null;
    if (id === null) return;
    const card = cardOf(id);
    const node = this.network.nodes.get(id);
    const said = card ? copy(card) : make("div", {}, make("h3", {}, node.name), make("p", {}, node.words));
    said.querySelector(".nearby")?.remove();
    const tools = stamp("box-tools");
    tools.querySelector('[data-act="fold"]').disabled = !this.network.below.has(id);
    tools.querySelector('[data-act="fold"]').textContent = this.closed.has(id) ? "Unfold" : "Fold what it rests on";
    const link = tools.querySelector("a");
    if (node.place) link.setAttribute("href", node.place);
    else link.remove();
    this.details.replaceChildren(tools, ...said.childNodes);
  }

  /** Does what a button or a key says. */
  act(name) {
    const acts = {
      in: () => this.stage.zoom(1.25),
      out: () => this.stage.zoom(0.8),
      fit: () => this.stage.fit(),
      focus: () => this.current && this.around(this.current),
      wider: () => this.focus && this.around(this.focus, this.depth + 1),
      nearer: () => this.focus && this.around(this.focus, Math.max(1, this.depth - 1)),
      fold: () => this.current && this.fold(this.current),
      all: () => this.reset(),
      enlarge: () => this.enlarge(),
      keys: () => this.controls.querySelector(".keys").toggleAttribute("hidden"),
      search: () => this.controls.querySelector('[name="q"]').focus(),
      next: () => this.next(),
    };
    acts[name]?.();
  }

  around(id, depth = DEPTH) {
    Object.assign(this, { focus: id, depth });
    this.apply();
    const all = this.scene.around(this.scene.moved.keys());
    this.stage.show(all);
    this.overflows = this.stage.scale < LEGIBLE;
    if (this.overflows) this.stage.near(this.scene.place(this.scene.holder(id)), all, LEGIBLE);
  }

  leaveFocus() {
    this.focus = null;
    this.apply();
    this.stage.fit();
    if (this.current) this.stage.show(this.scene.place(this.scene.holder(this.current)), LEGIBLE);
  }

  fold(id) {
    if (!this.closed.delete(id)) this.closed.add(id);
    this.apply();
    this.about(id);
  }

  /** Shows the map as it was drawn: on paper it is whole. */
  showWhole() {
    scatter(this.scene);
    const all = new Set(this.scene.boxes.keys());
    this.scene.show(all, all);
  }

  reset() {
    this.focus = null;
    this.closed.clear();
    for (const control of this.controls.querySelectorAll("input, select")) {
      if (control.type === "checkbox") control.checked = true;
      else if (control.type === "range") control.value = control.min;
      else control.value = "";
    }
    this.choose(null);
    this.apply();
    this.stage.fit();
  }

  enlarge() {
    this.root.classList.toggle("enlarged");
    document.documentElement.classList.toggle("still", this.root.classList.contains("enlarged"));
    this.stage.fit();
  }

  /** Goes to the next box that was found; who searches stays in the search. */
  next() {
    const ids = this.ids.filter((id) => [...this.found].some((each) => this.scene.holder(each) === id));
    if (ids.length === 0) return;
    const at = (ids.indexOf(this.current) + 1) % ids.length;
    this.choose(ids[at], false);
    this.tell();
    this.status.textContent += ` · ${at + 1} of ${ids.length}: ${this.network.nodes.get(ids[at]).name}`;
  }
}
