import { byId, toast, typing, words } from './dom.js';

/** An answer usually comes at once; only a slower one is announced (milliseconds). */
const patience = 180;

/**
 * Sends one act to the service; what follows from it comes by the stream of events.
 * @param {string} address @param {BodyInit} body @returns {Promise<boolean>}
 */
export const post = async (address, body) => {
  const slow = setTimeout(() => typing(true), patience);
  try {
    const answer = await fetch(address, { method: 'POST', body, headers: { accept: 'application/json' } });
    if (!answer.ok) toast(words.refused ?? '');
    return answer.ok;
  } catch {
    toast(words.lost ?? '');
    return false;
  } finally {
    clearTimeout(slow);
    typing(false);
  }
};

/** Sends a form as if it had been submitted. @param {HTMLFormElement} form @param {HTMLElement | null} button */
export const sendForm = async (form, button) => {
  const body = new FormData(form, /** @type {HTMLButtonElement | null} */ (button));
  button?.classList.add('pressed');
  if (form.classList.contains('write')) form.reset();
  if (form.closest('[popover]')) closeSheets();
  const sent = await post(form.getAttribute('action') ?? '', body);
  button?.classList.remove('pressed');
  return sent;
};

const closeSheets = () => {
  /** @type {HTMLElement} */ for (const sheet of document.querySelectorAll('[popover]:popover-open'))
    sheet.hidePopover();
  byId('tulis')?.focus();
};

/** Every form of the page that marks itself so is sent without leaving the page. */
export const takeActs = () => {
  document.addEventListener('submit', (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (!form.matches('[data-act]')) return;
    event.preventDefault();
    void sendForm(form, event.submitter);
  });
  /** A map that the clip has opened is a part of it, and would go with it. */
  byId('lampiran').addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('[popovertarget="peta"]')) return;
    event.preventDefault();
    byId('lampiran').hidePopover();
    byId('peta').showPopover();
  });
};
