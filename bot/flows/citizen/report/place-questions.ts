import { optional } from '../../../conversation/questions/optional.ts';
import { pick } from '../../../conversation/questions/pick.ts';
import { type Place, place } from '../../../conversation/questions/place.ts';
import { literal, say, type Text } from '../../../conversation/reply.ts';
import { once } from '../../../domain/once.ts';
import type { Region } from '../../../domain/place.ts';
import type { City } from '../../../ports.ts';
import { type Ask, placeWords } from './answers.ts';
import { whereIs } from './where.ts';

/** A kelurahan with its kecamatan, as people name it: "Kutowinangun Kidul, Tingkir". */
export const regionName = (region: Region, city: City): string => {
  const above = city.regions.find(({ code }) => code === region.parent);
  return above && above.level === 'kecamatan' ? `${region.name}, ${above.name}` : region.name;
};

/** The region a report lies in, by its pin, by a name in its words, or as the person confirmed it. */
export const regionIn = ({ answers, facts, moment }: Ask): Region | undefined => {
  const code = facts.where?.region ?? answers.region;
  return moment.city.regions.find((region) => region.code === code);
};

const understood =
  (city: City) =>
  (given: Place): Text | undefined => {
    const { region: code } = whereIs(given, city.regions);
    const region = city.regions.find((one) => one.code === code);
    if (region) return say('place.is', { place: regionName(region, city) });
    return 'words' in given ? say('place.words', { place: given.words.slice(0, 60) }) : undefined;
  };

/** Where it is; made once for a city. */
export const placeQuestion = once((city: City) =>
  optional(
    place({ text: say('report.place') }, { title: say('report.title.place'), name: understood(city) }),
    say('place.skipped'),
  ),
);

/** "Maksud Bapak/Ibu …?" when a name was nearly one of ours, or belongs to several places; nothing to ask when it was none. */
export const regionQuestion = ({ answers, facts, moment }: Ask) => {
  if (!placeWords(answers.place) || facts.where?.region) return undefined;
  const several = facts.where?.named ?? [];
  const near = several.length > 0 ? several : (facts.regions ?? []);
  const places = moment.city.regions.filter(({ code }) => near.includes(code)).slice(0, 4);
  if (places.length === 0) return undefined;
  const names = places.map((region) => ({
    id: region.code,
    label: literal(regionName(region, moment.city)),
  }));
  return pick({
    text:
      names[0] && names.length === 1
        ? say('place.did-you-mean', { place: names[0].label })
        : say('place.which'),
    choices: [...names, { id: 'none', label: say('place.none-of-these') }],
    columns: 1,
  });
};

/** A pin beyond the border: who is responsible there, and sending it anyway is possible. */
export const outsideQuestion = ({ facts, moment }: Ask) => {
  if (facts.where?.inside !== false) return undefined;
  return pick({
    text: say('place.outside', { agency: moment.city.agency.name }),
    choices: [
      { id: 'anyway', label: say('place.send-anyway') },
      { id: 'other', label: say('place.other') },
    ],
  });
};
