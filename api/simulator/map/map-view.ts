import { html } from 'hono/html';
import type { Visit } from '../reader.ts';
import type { Html } from '../view/html.ts';
import { type Cell, type Corner, drawCity } from './cells.ts';

const short = (value: number) => value.toFixed(1);

/** Tints tell the kecamatan apart; there are as many as fit side by side. */
const tints = 5;

const pathOf = ({ corners }: Cell) => `M${corners.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}Z`;

/** A name in the middle of its cell, in two lines where it has two words, as the cells are narrow. */
const placeName = ({ region, middle: [x, y] }: Cell): Html => {
  const [first = '', ...rest] = region.name.split(' ');
  const lines = rest.length > 0 ? [first, rest.join(' ')] : [first];
  const top = lines.length > 1 ? '-.15em' : '.35em';
  return html`<text class="place" x="${short(x)}" y="${short(y)}">${lines.map((line, i) => html`<tspan x="${short(x)}" dy="${i === 0 ? top : '1em'}">${line}</tspan>`)}</text>`;
};

/** Where the pin stands at first: near the middle of the city, where people live. */
const nearestTo = ([x, y]: Corner, cells: readonly Cell[]): Cell | undefined => {
  const away = ({ centre }: Cell) => Math.hypot(centre[0] - x, centre[1] - y);
  return [...cells].sort((a, b) => away(a) - away(b))[0];
};

/** The city to put a pin on: a drawing for the eye, arrow keys and pointer; a list for everyone, also without scripts. */
export const mapView = ({ hall, t, link }: Visit, persona: string): Html => {
  const { agency, regions } = hall.city();
  const city = drawCity(regions);
  if (!city) return html``;
  const { frame, cells } = city;
  const districts = [...new Set(cells.map(({ region }) => region.parent ?? ''))];
  const tintOf = ({ region }: Cell) => `tint-${districts.indexOf(region.parent ?? '') % tints}`;
  const districtName = (code: string) => regions.find((region) => region.code === code)?.name ?? '';
  const start = nearestTo([frame.width / 2, frame.height / 2], cells);
  if (!start) return html``;
  return html`<div class="sheet" id="peta" popover role="dialog" aria-labelledby="peta-judul">
    <form method="post" action="${link('/coba/kirim')}" data-act>
      <div class="map" role="application" tabindex="0" autofocus aria-label="${t('coba.map.label', { agency: agency.name })}" aria-describedby="di-peta"
        data-west="${frame.west}" data-north="${frame.north}" data-per-lon="${frame.perLon}" data-per-lat="${frame.perLat}">
        <svg viewBox="0 0 ${frame.width} ${frame.height}" aria-hidden="true">
          ${cells.map((cell) => html`<path class="cell ${tintOf(cell)}" d="${pathOf(cell)}" data-name="${cell.region.name}, ${districtName(cell.region.parent ?? '')}" data-code="${cell.region.code}" data-x="${short(cell.centre[0])}" data-y="${short(cell.centre[1])}"/>`)}
          ${cells.map(placeName)}
          <g class="marker" transform="translate(${start.centre.map(short).join(' ')})"><path d="M0 0C-9 -12-15 -19-15 -28a15 15 0 1 1 30 0C15 -19 9 -12 0 0z"/><circle cy="-28" r="5.500"/></g>
        </svg>
      </div>
      <div><h2 id="peta-judul">${t('coba.map')}</h2><p class="small">${t('coba.map.help')}</p></div>
      <div class="fields">
        <p class="chosen" id="di-peta" aria-live="polite"></p>
        <label for="kelurahan">${t('coba.place')}</label>
        <select id="kelurahan" name="place">
          ${districts.map((district) => html`<optgroup label="${districtName(district)}">${cells.filter(({ region }) => (region.parent ?? '') === district).map(({ region }) => html`<option value="${region.code}"${region === start.region ? ' selected' : ''}>${region.name}</option>`)}</optgroup>`)}
        </select>
        <input type="hidden" name="as" value="${persona}"><input type="hidden" name="do" value="pin"><input type="hidden" name="lat"><input type="hidden" name="lon">
        <div class="row"><button type="button" class="plain" popovertarget="peta" popovertargetaction="hide">${t('coba.close')}</button><button class="main">${t('coba.send-pin')}</button></div>
      </div>
    </form>
  </div>`;
};
