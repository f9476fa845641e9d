import type { Moment } from '../../../conversation/moment.ts';
import { optional } from '../../../conversation/questions/optional.ts';
import { pick } from '../../../conversation/questions/pick.ts';
import { type Place, place } from '../../../conversation/questions/place.ts';
import { literal, say, type Text } from '../../../conversation/reply.ts';
import { insideCity, type Region, regionOf } from '../../../domain/place.ts';
import { placesNamed } from '../../../domain/places-named.ts';
import type { Answers, Ask } from './answers.ts';
import { placeWords, pointOf } from './answers.ts';

/** A kelurahan with its kecamatan, as people name it: "Kutowinangun Kidul, Tingkir". */
export const regionName = (region: Region, { city }: Moment): string => {
  const above = city.regions.find(({ code }) => code === region.parent);
  return above && above.level === 'kecamatan' ? `${region.name}, ${above.name}` : region.name;
};

/** The region a report lies in, by its pin, by a name in its words, or as the person confirmed it. */
export const regionIn = (answers: Partial<Answers>, { city }: Pick<Moment, 'city'>): Region | undefined => {
  const point = pointOf(answers.place);
  if (point) return regionOf(point, city.regions)?.place;
  const words = placeWords(answers.place);
  const named = words ? placesNamed(words, city.regions) : [];
  return named.length === 1 ? named[0] : city.regions.find(({ code }) => code === answers.region);
};

const understood =
  (moment: Moment) =>
  (given: Place): Text | undefined => {
    const region = regionIn({ place: given }, moment);
    if (region) return say('place.is', { place: regionName(region, moment) });
    return 'words' in given
      ? say('place.words', { place: [...given.words].slice(0, 60).join('') })
      : undefined;
  };

export const placeQuestion = (moment: Moment) =>
  optional(
    place({ text: say('report.place') }, { title: say('report.title.place'), name: understood(moment) }),
    say('place.skipped'),
  );

/** "Maksud Bapak/Ibu …?" when a name was nearly one of ours, or belongs to several places; nothing to ask when it was none. */
export const regionQuestion = ({ answers, facts, moment }: Ask) => {
  const words = placeWords(answers.place);
  if (!words) return undefined;
  const named = placesNamed(words, moment.city.regions);
  if (named.length === 1) return undefined;
  const near =
    named.length > 1 ? named : moment.city.regions.filter(({ code }) => facts.regions?.includes(code));
  const places = near.slice(0, 4);
  if (places.length === 0) return undefined;
  const names = places.map((region) => ({ id: region.code, label: literal(regionName(region, moment)) }));
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
export const outsideQuestion = ({ answers, moment }: Ask) => {
  const point = pointOf(answers.place);
  if (!point || insideCity(point, moment.city.regions)) return undefined;
  return pick({
    text: say('place.outside', { agency: moment.city.agency.name }),
    choices: [
      { id: 'anyway', label: say('place.send-anyway') },
      { id: 'other', label: say('place.other') },
    ],
  });
};
