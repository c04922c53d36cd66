import { fold } from "./filter.js";

// Along these a map is read from what a statement rests on up to what it bears on; other relations go both ways.
const UPWARD = new Set(["support", "attack", "undercut", "entails", "answers"]);

/** Reads the boxes and links of the page's map, and what is above and below each. */
export function readNetwork(text) {
  const data = JSON.parse(text);
  const nodes = new Map(data.nodes.map((node) => [node.id, record(node)]));
  const ids = data.nodes.map((node) => node.id);
  const links = data.links.map(([from, to, kind, step, at, since]) => ({
    from: ids[from],
    to: ids[to],
    kind,
    step,
    at,
    since,
  }));
  const upward = links.filter((link) => UPWARD.has(link.kind));
  const beside = links.filter((link) => !UPWARD.has(link.kind));
  return {
    nodes,
    links,
    above: gather(upward, "from", "to"),
    below: gather(upward, "to", "from"),
    beside: gather(
      [...beside, ...beside.map(({ from, to }) => ({ from: to, to: from })), ...doubted(links)],
      "from",
      "to",
    ),
  };
}

/** Returns the card that tells of a box, where the page has one. */
export function cardOf(id) {
  return id.startsWith("box-") ? document.getElementById(`claim-${id.slice("box-".length)}`) : null;
}

/** Returns a box with what bears on it, up to so many steps away. */
export function bearing(network, id, steps) {
  const found = new Set([id]);
  for (let step = 0; step < steps; step++) {
    for (const each of [...found]) for (const next of network.below.get(each) ?? []) found.add(next);
  }
  return found;
}

/** Returns what is out of sight when some statements are folded: all that bears on them alone. */
export function beneath(network, closed) {
  const open = reached(network, new Set());
  const left = reached(network, closed);
  return new Set([...open].filter((id) => !left.has(id)));
}

function reached(network, closed) {
  const waiting = [...network.nodes.keys()].filter((id) => !network.above.has(id));
  const seen = new Set(waiting);
  while (waiting.length > 0) {
    const id = waiting.pop();
    for (const next of closed.has(id) ? [] : (network.below.get(id) ?? [])) {
      if (!seen.has(next)) {
        seen.add(next);
        waiting.push(next);
      }
    }
  }
  return seen;
}

/** Completes what is known of a box; what its card says already is not said twice. */
function record(node) {
  const card = cardOf(node.id);
  const words = node.text ?? card?.querySelector(".text").textContent ?? "";
  const place = node.place ?? (card ? `#${card.id}` : "");
  const name = node.name ?? node.id.replace(/^(?:box|asked)-/, "");
  const nothing = { sources: [], stances: [], weak: [], strength: null };
  return { ...nothing, ...node, name, place, words, text: fold(`${name} ${words}`) };
}

/** Links what undercuts a step with the premises of that step, beside which it is to be seen. */
function doubted(links) {
  const premises = gather(
    links.filter(({ step }) => step),
    "step",
    "from",
  );
  const pairs = links.filter(({ kind }) => kind === "undercut");
  return pairs.flatMap(({ from, at }) => (premises.get(at) ?? []).map((to) => ({ from, to })));
}

function gather(links, key, value) {
  const found = new Map();
  for (const link of links) {
    if (!found.has(link[key])) found.set(link[key], []);
    found.get(link[key]).push(link[value]);
  }
  return found;
}
