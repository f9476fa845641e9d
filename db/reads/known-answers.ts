import { sql } from 'drizzle-orm';
import { type Asked, readAsked } from '../../bot/domain/asked.ts';
import { judge } from '../../bot/domain/judge-answers.ts';
import type { Answered, Candidate, Known, Match } from '../../bot/domain/known-answer.ts';
import { wordsOf } from '../../bot/domain/words.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';

const p = sql.placeholder;

/** So many of what any word of a question was found in are judged. */
const candidatesMost = 60;

type Row = { known: Known; keywords: string[] | null; matches: [number, Match['field'], number][] };

/**
 * Checked questions, services and offices by the words of a question, each word by its stem and as it stands; a word that
 * stands nowhere is looked for by its spelling. One round trip: everything an answer needs comes with it.
 */
const found = prepared<Row>(sql`
with thing as (
  select 'question' as kind, k.code, to_jsonb(k.keywords) as keywords,
    jsonb_build_object('kind', 'question', 'code', k.code, 'name', k.question, 'answer', k.answer,
      'checked', k.checked_on::text, 'unit', coalesce(u.short, u.name)) as known,
    concat_ws(' ', k.question, array_to_string(k.keywords, ' ')) as a, '' as b, k.answer as c, concat_ws(' ', u.name, u.short) as d
  from known_answer k left join unit u on u.code = k.unit_code where k.active
  union all
  select 'service', s.code, null, jsonb_build_object('kind', 'service', 'code', s.code, 'name', s.name, 'unit', u.name),
    s.name, s.product, concat_ws(' ', array_to_string(s.requirements || s.steps, ' '), s.place), concat_ws(' ', u.name, u.short)
  from service s join unit u on u.code = s.unit_code where s.active
  union all
  select 'office', u.code, null,
    jsonb_build_object('kind', 'office', 'code', u.code, 'name', u.name, 'phone', u.phone, 'address', u.address),
    concat_ws(' ', u.name, u.short, replace(u.code, '_', ' '), replace(array_to_string(u.handles, ' '), '_', ' ')),
    (select string_agg(c.label, ' ') from category c where c.office = any(u.handles)), '', ''
  from unit u where u.parent_code is null or cardinality(u.handles) > 0
), token as materialized (
  select kind, code, field, word
  from thing, lateral (values ('A', a), ('B', b), ('C', c), ('D', d)) part (field, told),
    lateral unnest(tsvector_to_array(to_tsvector('simple', translate(told, '-/', '  ')))) word
), known_word as materialized (
  select word, ts_lexize('indonesian_stem', word) as stem, min(field) as field from token group by word
), said as (
  select nth, first, word, ts_lexize('indonesian_stem', word) as stem
  from unnest(${p('nths')}::int[], ${p('firsts')}::boolean[], ${p('words')}::text[]) said (nth, first, word)
), meant as materialized (
  select nth, k.word, max(case when first then 1 else 0.95 end) as alike
  from said join known_word k on k.word = said.word or k.stem && said.stem or (first and k.word = 'pe' || said.word || 'an')
  group by nth, k.word
), spelled as (
  select nth, k.word, case when alike >= 0.55 then 0.85 else 0.7 end as alike
  from said join known_word k on first and k.field < 'C' and length(k.word) > 3 and length(said.word) > 3,
    lateral similarity(k.word, said.word) alike
  where alike > 0.4 and nth not in (select nth from meant)
), matched as (
  select kind, code, nth, field, max(alike)::float8 as alike
  from (select * from meant union all select * from spelled) likely join token using (word)
  group by kind, code, nth, field
)
select known, keywords, matches from thing join (
  select kind, code, json_agg(json_build_array(nth, field, alike)) as matches, count(distinct nth) as words,
    count(distinct nth) filter (where field <> 'C') as called
  from matched group by kind, code) hit using (kind, code)
where called > 0
order by called desc, words desc, kind, code limit ${p('most')}`);

const candidateOf = ({ known, keywords, matches }: Row): Candidate => ({
  known,
  ...(keywords && { keywords }),
  matches: matches.map(([nth, field, alike]) => ({ nth, field, alike })),
});

/** What is known to a question: a checked answer, a service or an office that is surely meant, else what may be, else nothing. */
export const answersTo = async (
  runner: Runner,
  { synonyms }: Pick<City, 'synonyms'>,
  typed: string,
): Promise<Answered> => {
  const asked: Asked = readAsked(typed, synonyms);
  const ways = asked.words.flatMap(({ word, also }, nth) => [
    { nth, first: true, word },
    ...also.flatMap(wordsOf).map((other) => ({ nth, first: false, word: other })),
  ]);
  if (ways.length === 0) return judge(asked, []);
  const rows = await found(runner, {
    nths: ways.map(({ nth }) => nth),
    firsts: ways.map(({ first }) => first),
    words: ways.map(({ word }) => word),
    most: candidatesMost,
  });
  return judge(asked, rows.map(candidateOf));
};
