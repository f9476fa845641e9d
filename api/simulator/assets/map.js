import { byId } from './dom.js';

/** Arrow keys move the pin by so much of the drawing; with Shift by more. */
const step = 4;
const leap = 24;

const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The map: a pin that follows the pointer, the arrow keys and the list, and tells where it stands. */
export const takeMap = () => {
  const map = document.querySelector('.map');
  if (!(map instanceof HTMLElement)) return;
  const svg = /** @type {SVGSVGElement} */ (map.querySelector('svg'));
  const marker = /** @type {SVGGElement} */ (map.querySelector('.marker'));
  const form = /** @type {HTMLFormElement} */ (map.closest('form'));
  const list = /** @type {HTMLSelectElement} */ (byId('kelurahan'));
  const cells = /** @type {SVGPathElement[]} */ ([...map.querySelectorAll('.cell')]);
  const names = [...map.querySelectorAll('.place')];
  const { width, height } = svg.viewBox.baseVal;
  const { west, north, perLon, perLat } = map.dataset;
  let x = 0;
  let y = 0;

  const cellAt = () => {
    const here = new DOMPoint(x, y);
    return cells.find((cell) => cell.isPointInFill(here));
  };

  /** @param {number} toX @param {number} toY */
  const moveTo = (toX, toY) => {
    x = Math.min(width, Math.max(0, toX));
    y = Math.min(height, Math.max(0, toY));
    marker.setAttribute('transform', `translate(${x} ${y})`);
    const field = (name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
    field('lat').value = (Number(north) - y / Number(perLat)).toFixed(6);
    field('lon').value = (Number(west) + x / Number(perLon)).toFixed(6);
    const cell = cellAt();
    for (const [i, one] of cells.entries()) {
      one.classList.toggle('here', one === cell);
      names[i]?.classList.toggle('near', one === cell);
    }
    byId('di-peta').textContent = cell?.dataset.name ?? '–';
    if (cell?.dataset.code) list.value = cell.dataset.code;
  };

  const toListed = () => {
    const cell = cells.find((one) => one.dataset.code === list.value);
    if (cell) moveTo(Number(cell.dataset.x), Number(cell.dataset.y));
  };

  map.addEventListener('pointerdown', (event) => {
    const drawn = svg.getScreenCTM();
    if (!drawn) return;
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(drawn.inverse());
    moveTo(at.x, at.y);
  });
  map.addEventListener('keydown', (event) => {
    const way = arrows[event.key];
    if (event.key === 'Enter') form.requestSubmit();
    if (!way) return;
    event.preventDefault();
    const by = event.shiftKey ? leap : step;
    moveTo(x + way[0] * by, y + way[1] * by);
  });
  list.addEventListener('change', toListed);
  toListed();
};
