/** Pieces of page come from our own server, which escapes every text in them; nothing else may become markup here. */
const policy = window.trustedTypes?.createPolicy('simulator', { createHTML: (piece) => piece });

/** @param {string} id @returns {HTMLElement} */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** Words the server put on the page. */
export const words = document.body.dataset;

/** @param {Element} element @param {string} piece */
export const setHtml = (element, piece) => {
  element.innerHTML = policy ? policy.createHTML(piece) : piece;
};

/** @param {string} piece @returns {Element | null} */
export const elementOf = (piece) => {
  const template = document.createElement('template');
  setHtml(template, piece);
  return template.content.firstElementChild;
};

let hiding = 0;

/** Says something for a moment. @param {string} text */
export const toast = (text) => {
  const place = byId('kabar');
  place.textContent = text;
  place.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => {
    place.hidden = true;
  }, 3500);
};

export const toEnd = () => {
  const log = byId('obrolan');
  log.scrollTop = log.scrollHeight;
};

/** @param {boolean} on */
export const typing = (on) => {
  byId('mengetik').hidden = !on;
  const state = byId('keadaan');
  state.textContent = (on ? state.dataset.typing : state.dataset.online) ?? '';
  if (on) toEnd();
};

/** @param {number} milliseconds */
export const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const wantsStillness = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;
