import { illustrate, openAsNeeded } from "./cards.js";
import { readNetwork } from "./network.js";
import { makeFiltered, makeSortable } from "./table.js";
import { Viewer } from "./viewer.js";

for (const table of document.querySelectorAll("[data-sortable]")) makeSortable(table);
for (const frame of document.querySelectorAll("[data-filtered]")) makeFiltered(frame);
openAsNeeded();

const data = document.getElementById("map-data");
const root = document.querySelector("[data-viewer]");
if (data && root) {
  const network = readNetwork(data.textContent);
  const viewer = new Viewer(root, network);
  illustrate(document.querySelectorAll(".card"), viewer.scene, network);
}
