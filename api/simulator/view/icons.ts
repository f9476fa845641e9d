import { raw } from 'hono/html';

const paths = {
  send: '<path d="M3 11.5 20.5 4l-5 17-4-7.5z"/><path d="m11.5 13.500 9-9.500"/>',
  clip: '<path d="m20 11.500-8.300 8.300a5 5 0 0 1-7.100-7.100l8.500-8.500a3.400 3.400 0 0 1 4.800 4.800l-8.500 8.500a1.700 1.700 0 0 1-2.400-2.400l7.800-7.800"/>',
  pin: '<path d="M12 21.500c4-4.600 6.500-8.200 6.500-11.500a6.500 6.500 0 1 0-13 0c0 3.300 2.500 6.900 6.500 11.500z"/><circle cx="12" cy="10" r="2.400"/>',
  copy: '<rect x="8.500" y="8.500" width="11" height="11" rx="2"/><path d="M15.500 8.500v-2a2 2 0 0 0-2-2h-7a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h2"/>',
  ticks: '<path d="m3 13 4 4 8.500-9"/><path d="m12 16 1 1 8.500-9"/>',
  tick: '<path d="m5.500 13 4.500 4.500L19 8"/>',
  list: '<path d="M8.500 6.500H20M8.500 12H20M8.500 17.500H20M4 6.500h.1M4 12h.1M4 17.500h.1"/>',
  done: '<rect x="2.500" y="2.500" width="19" height="19" rx="5" class="ground"/><path d="m7 12.500 3.500 3.500L17 8.500" class="tick"/>',
  hand: '<path d="M8 13V6.700a1.500 1.500 0 0 1 3 0V11M11 11V4.700a1.500 1.500 0 0 1 3 0V11M14 11V6.200a1.500 1.500 0 0 1 3 0V14.500c0 3.800-2.400 6-5.800 6-2.600 0-4.200-1.100-5.500-3.300l-2.100-3.500a1.500 1.500 0 0 1 2.500-1.600L8 14.500"/>',
  play: '<path d="M7 4.500v15l12.500-7.500z"/>',
  pause: '<path d="M8 5v14M16 5v14"/>',
  people: '<circle cx="12" cy="8" r="3.700"/><path d="M4.500 20c.8-4 3.700-6 7.500-6s6.700 2 7.500 6"/>',
  behind: '<path d="M4 6h10M4 12h16M4 18h7"/>',
  close: '<path d="m6 6 12 12M18 6 6 18"/>',
  camera:
    '<path d="M4 8h3.500l1.500-2.500h6L16.500 8H20a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1z"/><circle cx="12" cy="13" r="3.500"/>',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing of ours, silent to screen readers: the words stand beside it. */
export const icon = (name: IconName) =>
  raw(`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths[name]}</svg>`);
