import { post, sendForm } from './acts.js';
import { byId, toEnd, typing, wait, wantsStillness, words } from './dom.js';

/** Long enough to read along (milliseconds). */
const pace = { letter: 34, read: 1100, press: 420 };

/** @type {{ paused: boolean, over: boolean } | undefined} */
let running;

/** @param {{ paused: boolean, over: boolean }} run @param {number} milliseconds */
const rest = async (run, milliseconds) => {
  await wait(milliseconds);
  while (run.paused && !run.over) await wait(80);
};

/** @param {string} label @param {() => void} act */
const control = (label, act) => {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', act);
  return button;
};

/** The scenario ends and leaves the phone as it stands. */
const handOver = () => {
  if (!running) return;
  running.over = true;
  /** @type {HTMLInputElement} */ (byId('tulis')).value = '';
};

/** @param {string} label @param {{ paused: boolean, over: boolean }} run */
const showControls = (label, run) => {
  const place = byId('putar');
  const name = document.createElement('span');
  name.textContent = `${words.playing}: ${label}`;
  const pause = control(words.pause ?? '', () => {
    run.paused = !run.paused;
    pause.textContent = (run.paused ? words.resume : words.pause) ?? '';
  });
  const stop = control(words.stop ?? '', handOver);
  place.replaceChildren(name, pause, stop);
  place.hidden = false;
};

/** @param {Record<string, string>} fields */
const formOf = (fields) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ as: words.as ?? '', ...fields }))
    form.set(name, String(value));
  return form;
};

/** @param {{ paused: boolean, over: boolean }} run @param {string} text */
const typeOut = async (run, text) => {
  const field = /** @type {HTMLInputElement} */ (byId('tulis'));
  for (let length = 1; length <= text.length && !run.over; length++) {
    field.value = text.slice(0, length);
    await rest(run, pace.letter);
  }
  await rest(run, pace.press);
  if (!run.over) await sendForm(/** @type {HTMLFormElement} */ (field.form), null);
};

/** @param {{ paused: boolean, over: boolean }} run @param {{ button: string, on: string }} act */
const pressOut = async (run, act) => {
  const buttons = [...(byId(`m-${act.on}`)?.querySelectorAll('button') ?? [])];
  const button = buttons.find((one) => one.value === act.button);
  const sheet = button?.closest('[popover]');
  if (sheet instanceof HTMLElement) {
    sheet.showPopover();
    await rest(run, pace.read);
  }
  button?.classList.add('pressed');
  await rest(run, pace.press);
  if (sheet instanceof HTMLElement) sheet.hidePopover();
  if (!run.over) await post(words.send ?? '', formOf({ do: 'press', button: act.button, on: act.on }));
};

/** @param {{ paused: boolean, over: boolean }} run @param {any} act */
const perform = (run, act) => {
  if (act.do === 'type') return typeOut(run, act.text);
  if (act.do === 'press') return pressOut(run, act);
  return post(words.send ?? '', formOf(act));
};

/** @param {string} scenario @param {string} label */
const play = async (scenario, label) => {
  if (running) running.over = true;
  const run = { paused: false, over: false };
  running = run;
  if (location.hash === '#pilihan') location.hash = '#telepon';
  await post(words.send ?? '', formOf({ do: 'reset' }));
  showControls(label, run);
  for (let step = 0; !run.over; step++) {
    const asked = await fetch(words.step ?? '', {
      method: 'POST',
      body: formOf({ scenario, step: String(step) }),
    });
    const { act } = await asked.json();
    if (!act || run.over) break;
    await perform(run, act);
    await rest(run, pace.read);
  }
  if (running !== run) return;
  running = undefined;
  byId('putar').hidden = true;
  typing(false);
  toEnd();
};

/** Whoever types or presses while a scenario plays takes the phone over. @param {Event} event */
const takeOver = (event) => {
  if (event.isTrusted && event.target instanceof Element && event.target.closest('#isi, .write, #tombol'))
    handOver();
};

/** Scenarios that type by themselves; who wants no motion gets the whole dialogue at once. */
export const takePlays = () => {
  byId('telepon').addEventListener('pointerdown', takeOver);
  byId('telepon').addEventListener('keydown', takeOver);
  document.querySelector('[data-play]')?.addEventListener('submit', (event) => {
    if (wantsStillness()) return;
    event.preventDefault();
    const button = /** @type {SubmitEvent} */ (event).submitter;
    if (button instanceof HTMLButtonElement) void play(button.value, button.dataset.label ?? '');
  });
};
