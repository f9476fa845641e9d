import { wordsOf } from './words.ts';

const hellos = new Set(
  `
halo hallo hello helo hai hay hi hey hei p ping tes test permisi punten assalamualaikum assalamu assalamualaikm asalamualaikum
alaikum warahmatullahi wabarakatuh wr wb ass samlekum aslm salam selamat pagi siang sore malam met slmt sugeng enjing siyang sonten dalu
rawuh kulonuwun kulo kula nuwun salamaik patang shalom syalom horas om swastiastu good morning afternoon evening night start mulai
`.split(/\s+/),
);

const toWhom = new Set(
  `
min mimin admin pak bapak bu ibu kak kakak mas mbak bang uda uni da ni apak ibuk gan sis bot bpk semua selamat there sir madam
`.split(/\s+/),
);

/** Whether the whole message only says hello ("p", "halo min", "sugeng enjing"): it is answered by the greeting. */
export function isGreeting(text: string): boolean {
  const words = wordsOf(text);
  return words.length <= 6 && words.some(isHello) && words.every((word) => isHello(word) || toWhom.has(word));
}

/** Letters drawn out in chat ("halooo", "haiii") count as one. */
function isHello(word: string): boolean {
  return hellos.has(word) || hellos.has(word.replace(/(\p{L})\1+/gu, '$1'));
}
