import { html } from 'hono/html';
import type { Cycle } from '../../bot/domain/award/cycle.ts';
import { criteria } from '../../bot/domain/award/score-rules.ts';
import type { EmployeeKind } from '../../bot/domain/training/training-rules.ts';
import type { Words } from '../print/words.ts';

const kinds = ['pns', 'pppk', 'pppk_paruh_waktu', 'other'] as const satisfies readonly EmployeeKind[];

/** So many hundredths are one hour of training (JP). */
const hundredths = 100;

const eligibility = ({ eligibility: rules }: Cycle, { t, decimal }: Words) => {
  const allowed = kinds.flatMap((kind) => {
    const least = rules.leastJp[kind];
    return least === null ? [] : [{ form: t(`penghargaan.kind.${kind}`), least }];
  });
  const hours = allowed.map(({ form, least }) =>
    least < hundredths
      ? t('penghargaan.eligible.jp.any', { form })
      : t('penghargaan.eligible.jp.least', { form, jp: decimal(String(least / hundredths)) }),
  );
  const { predicate, serviceYears, barredYears } = rules;
  return [
    t('penghargaan.eligible.status', {
      list: allowed.map(({ form }) => form).join(', '),
      count: serviceYears,
    }),
    t('penghargaan.eligible.predikat', {
      value: t(`penghargaan.predicate.${predicate.least}`),
      count: predicate.years,
    }),
    t('penghargaan.eligible.disiplin'),
    t('penghargaan.eligible.jp', { list: hours.join('; ') }),
    barredYears === null
      ? t('penghargaan.eligible.pemenang.never')
      : t('penghargaan.eligible.pemenang', { count: barredYears }),
    t('penghargaan.eligible.konsen'),
  ];
};

const listed = (lines: readonly string[]) => html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;

const weights = ({ score }: Cycle, { t }: Words) => html`<h3>${t('penghargaan.weights')}</h3>
    <ul class="weights">${criteria.map((name) => {
      const how = name === 'kinerja' ? { count: score.years } : undefined;
      return html`<li><p><span>${t(`penghargaan.criterion.${name}`)}</span> <b>${score.weights[name]}%</b></p><svg class="bar" height="8" aria-hidden="true"><rect class="all" width="100%" height="8" rx="4"/><rect class="got" width="${score.weights[name]}%" height="8" rx="4"/></svg><span class="note">${t(`penghargaan.how.${name}`, how)}</span></li>`;
    })}</ul>
    <p class="note">${t('penghargaan.formula')}</p>`;

const voting = ({ vote, ties }: Cycle, { t }: Words) => html`<h3>${t('penghargaan.vote')}</h3>
    ${listed([
      t('penghargaan.vote.secret'),
      ...(vote.ownOffice === 'barred' ? [t('penghargaan.vote.own-office')] : []),
      ...(vote.ownNominee === 'barred' ? [t('penghargaan.vote.own-nominee')] : []),
      t(`penghargaan.vote.divisor.${vote.divisor}`),
      t('penghargaan.quorum', { number: vote.quorumPercent, days: vote.extensionDays }),
      t('penghargaan.ties', { list: ties.map((step) => t(`penghargaan.tie.${step}`)).join(', ') }),
    ])}`;

/** The fingerprint of the rules, and how anybody gets the same. `file`: the address of the rules as they were hashed. */
const fingerprint = (hash: string, file: string, { t }: Words) => {
  const [before = '', behind = ''] = t('penghargaan.hash.how', { link: { literal: '|' } }).split('|');
  return html`<h3>${t('penghargaan.hash')}</h3>
    <p><code>${hash}</code></p>
    <p>${before}<a href="${file}">aturan.json</a>${behind}</p>
    <pre><code>curl -s ${file} | sha256sum</code></pre>`;
};

/** The whole of a cycle's rules in words, as they were hashed when it opened. */
export const rulesPart = (
  { cycle, rulesHash, file }: { cycle: Cycle; rulesHash: string; file: string },
  words: Words,
) => {
  const { t } = words;
  const { nomination } = cycle;
  return html`<h2 id="aturan">${t('penghargaan.rules')}</h2>
    ${listed([
      t('penghargaan.rule.categories', {
        list: cycle.categories.map((name) => t(`award.category.${name}`)).join(', '),
      }),
      t(`penghargaan.rule.nominators.${nomination.nominators}`),
      t('penghargaan.rule.once', { count: nomination.storyLeast }),
      t('penghargaan.rule.forward'),
    ])}
    <h3>${t('penghargaan.eligible')}</h3>
    ${listed(eligibility(cycle, words))}
    ${weights(cycle, words)}
    ${voting(cycle, words)}
    ${fingerprint(rulesHash, file, words)}`;
};
