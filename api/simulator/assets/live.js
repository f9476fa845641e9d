import { byId, elementOf, setHtml, toast, toEnd, typing, words } from './dom.js';

const isAtEnd = () => {
  const log = byId('obrolan');
  return log.scrollHeight - log.scrollTop - log.clientHeight < 160;
};

/** Where the keyboard goes on when the button that held the focus is gone: to the newest answer, else to the text box. */
const focusOn = () => {
  const answers = [...document.querySelectorAll('#tombol button, #isi .turn:last-child button:enabled')];
  const next = answers.at(-1) ? answers[0] : byId('tulis');
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
};

/** @param {{ id: string, by: string, html: string }} message */
const showMessage = ({ id, by, html }) => {
  const place = byId('isi');
  const known = byId(`m-${id}`);
  const follow = isAtEnd() || by === 'person';
  const hadFocus = known?.contains(document.activeElement) ?? false;
  place.querySelector('.welcome')?.remove();
  const piece = elementOf(html);
  if (known && piece) known.replaceWith(piece);
  else if (known) known.remove();
  else if (piece) {
    piece.classList.add('new');
    place.append(piece);
  }
  if (by === 'bot') typing(false);
  if (hadFocus) focusOn();
  if (follow) toEnd();
};

/** A message that stands there is drawn otherwise. @param {{ id: string, html: string }} message */
const changeMessage = ({ id, html }) => {
  const known = byId(`m-${id}`);
  const piece = elementOf(html);
  if (!known || !piece) return;
  const hadFocus = known.contains(document.activeElement);
  known.replaceWith(piece);
  if (hadFocus) focusOn();
};

/** @param {{ html: string, lines: string, blocked: boolean }} chat */
const showChat = ({ html, lines, blocked }) => {
  if (blocked !== (document.querySelector('.blocked') !== null)) location.reload();
  setHtml(byId('isi'), html);
  setHtml(byId('baris'), lines);
  byId('baris').scrollTop = byId('baris').scrollHeight;
  toEnd();
};

/** @param {{ html: string }} keys */
const showKeys = ({ html }) => {
  const place = byId('tombol');
  const hadFocus = place.contains(document.activeElement);
  if (place.innerHTML.trim() === html.trim()) return;
  const follow = isAtEnd();
  setHtml(place, html);
  if (hadFocus) focusOn();
  if (follow) toEnd();
};

/** @param {{ html: string }} line */
const showLine = ({ html }) => {
  const place = byId('baris');
  const piece = elementOf(html);
  const known = piece && document.getElementById(piece.id);
  if (known) return known.replaceWith(piece);
  if (piece) place.append(piece);
  while (place.children.length > 120) place.firstElementChild?.remove();
  place.scrollTop = place.scrollHeight;
};

/** Links of phones that are not on the page; a focus on one stays. @param {string} id @param {string} html */
const showLinks = (id, html) => {
  const place = byId(id);
  const focused = [...place.querySelectorAll('a')].indexOf(/** @type {any} */ (document.activeElement));
  setHtml(place, html);
  place.querySelectorAll('a')[focused]?.focus();
};

/** @param {{ html: string, apps: string }} links */
const showHats = ({ html, apps }) => {
  showLinks('peran', html);
  showLinks('aplikasi', apps);
};

/** @param {{ clock: string, date: string, ahead: boolean, window: string }} now */
const showClock = ({ clock, date, ahead, window: state }) => {
  const place = byId('jendela');
  if (place && place.textContent !== state) place.textContent = state;
  byId('kini').hidden = !ahead;
  byId('jam-telepon').textContent = clock;
  byId('jam-kini').textContent = clock;
  byId('tanggal').textContent = date;
};

/** @type {Record<string, (data: never) => void>} */
const shows = {
  chat: showChat,
  message: showMessage,
  changed: changeMessage,
  keys: showKeys,
  line: showLine,
  hats: showHats,
  clock: showClock,
  typing: () => typing(true),
  toast: ({ text }) => toast(text),
};

/** Shows what happens while it happens; after a lost connection the server sends everything again. */
export const listen = () => {
  const events = new EventSource(words.events ?? '');
  for (const [name, show] of Object.entries(shows))
    events.addEventListener(name, (event) => show(/** @type {never} */ (JSON.parse(event.data))));
  let failures = 0;
  events.addEventListener('open', () => {
    failures = 0;
    document.documentElement.dataset.heard = 'yes';
  });
  events.addEventListener('error', () => {
    failures += 1;
    if (failures === 2) toast(words.lost ?? '');
  });
};
