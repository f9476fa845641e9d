import { toast, words } from './dom.js';

/** @param {string} text */
const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    toast(words.copied ?? '');
  } catch {
    toast(words.copyFailed ?? '');
  }
};

/** Buttons that copy: a message's own text, or what an address of ours answers. */
export const takeCopies = () => {
  document.addEventListener('click', async (event) => {
    const button =
      event.target instanceof Element ? event.target.closest('[data-copy], [data-copy-from]') : null;
    if (!(button instanceof HTMLElement)) return;
    event.preventDefault();
    const { copy: text, copyFrom } = button.dataset;
    await copy(text ?? (await (await fetch(copyFrom ?? '')).text()));
  });
};
