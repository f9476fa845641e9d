import type { Role } from '../../roles.ts';
import { type Action, actions } from '../action.ts';
import { type Scope, scopes } from '../scope.ts';
import { conditions, type Verdict } from '../verdict.ts';

/**
 * The rules once more, person by person, written from the texts (SP4N-LAPOR!, Perpres 76/2013, UU 27/2022, the house's
 * own promises) and not from the table: `action` is a plain yes, `action(condition)` a conditional one, `$name` a
 * passage from below, and what is not named is refused.
 */
const rules = `
# The public page, map and figures: status; text and photos once approved, a coarse place; no group under five.
$page = see-status see-text(when-approved) see-place(rounded) see-photos(when-approved) count(from-five)
# Tertutup: the public page shows the status only; counted without text.
$closed page = see-status count(from-five)
# Everything that was written and sent.
$content = see-status see-text see-place see-photos
# What the reporter alone may say, see and be told, whichever the report is.
$reporter = $content see-phone(when-callable) see-identity add confirm rate reopen audit-read
# The office: accept, ask, answer in three shapes, new date, finish, note; gives back what is not its own.
$work = accept ask-citizen answer new-date finish note
# The desk: review, forward, ask, not ours, archive.
$desk = verify forward ask-citizen not-ours archive

citizen own:             $reporter be-notified list count(from-five)
citizen tertutup-own:    $reporter be-notified list count(from-five)
# Neutral notices; on no list but that of its handlers; in no count.
citizen sensitive-own:   $reporter be-notified(neutral)
citizen other:           $page follow
citizen tertutup-other:  $closed page

# Who joined may say more: "belum beres" counts from everybody who has the problem.
follower own:            $page be-notified list follow add
follower other:          $page follow
follower tertutup-own:   $closed page
follower tertutup-other: $closed page

stranger other:          $page follow
stranger tertutup-other: $closed page

asn own:                 $page
asn other:               $page
asn tertutup-own:        $closed page
asn tertutup-other:      $closed page

# Petugas and pejabat penghubung: their unit's; a number only where the citizen chose Boleh ditelepon.
officer own:             $content $work return merge see-phone(when-callable) be-notified list count
officer tertutup-own:    $content $work return merge see-phone(when-callable) be-notified list count
officer other:           $page
officer tertutup-other:  $closed page
# Only as a protection officer appointed by name; the report stays in the circle, and no coordinator verifies it.
officer sensitive-own:   $content $work verify not-ours archive forward(to-handlers) see-phone(when-callable) be-notified(neutral) list

# Reviews and disposes what waits at the desk, watches the clocks of the whole city, moderates.
coordinator own:            $content $desk merge note approve-public be-notified list count export
coordinator other:          $content merge note approve-public list count export
coordinator tertutup-own:   $content $desk merge note be-notified list count export
coordinator tertutup-other: see-status list count export

# Told when a date is ignored; extends, gives to another, gives back. Of a Tertutup one no text, since handling is the officers'.
supervisor own:            $content accept return new-date note be-notified list count export
supervisor other:          $page
supervisor tertutup-own:   see-status accept return new-date be-notified list count export
supervisor tertutup-other: $closed page

# Numbers and the overdue list.
leader own:              see-status see-text(when-approved) see-place(rounded) see-photos(when-approved) count list(when-overdue)
leader other:            see-status see-text(when-approved) see-place(rounded) see-photos(when-approved) count list(when-overdue)
leader tertutup-own:     see-status count list(when-overdue)
leader tertutup-other:   see-status count list(when-overdue)

hr own:                  $page
hr other:                $page
hr tertutup-own:         $closed page
hr tertutup-other:       $closed page

# Sees sensitive reports only, and who has read what in the others, but not the others.
inspector other:          $page audit-read
inspector tertutup-other: $closed page audit-read
inspector sensitive-own:  $content $work verify not-ours archive forward(to-handlers) see-phone(when-callable) see-identity(with-two) be-notified(neutral) list audit-read

committee own:            $page
committee other:          $page
committee tertutup-own:   $closed page
committee tertutup-other: $closed page

# Keeps the machine: rows without text.
admin own:               see-status see-text(when-approved) see-place(rounded) see-photos(when-approved) count list export audit-read
admin other:             see-status see-text(when-approved) see-place(rounded) see-photos(when-approved) count list export audit-read
admin tertutup-own:      see-status count list export audit-read
admin tertutup-other:    see-status count list export audit-read

# People and the house. The personnel office hands over activation codes; the operator has the same command.
hr own:                  issue-person-code import-people export-training see-training verify-certificate enrol-others open-attendance
hr other:                issue-person-code import-people export-training see-training verify-certificate enrol-others open-attendance
admin own:               issue-person-code issue-group-code switch-office-on change-settings set-roster import-people import-city
admin own:               open-attendance export-training export-skm export-award run-award run-jobs tend-outbox read-house-audit
admin other:             issue-person-code issue-group-code switch-office-on change-settings set-roster import-people import-city
admin other:             open-attendance export-training export-skm export-award run-award run-jobs tend-outbox read-house-audit
supervisor own:          issue-group-code set-roster name-stand-in export-skm tell-change see-training verify-certificate enrol-others
# Every ASN learns; the personnel office and the operator write modules, and plan with whoever leads the city.
asn own:                 learn
asn other:               learn
hr own:                  write-modules plan-training see-coaching
hr other:                write-modules plan-training see-coaching
admin own:               write-modules plan-training
admin other:             write-modules plan-training
leader own:              plan-training see-coaching
leader other:            plan-training see-coaching
# A head sees what the own unit was offered and says what comes of it; officers let exercises from their reports be used.
supervisor own:          see-coaching answer-coaching
officer own:             approve-exercise
coordinator own:         approve-exercise
coordinator other:       approve-exercise
# Every ASN may name a colleague and object; a head forwards one of the own office; the committee judges; the operator runs it.
asn own:                 nominate object-award
asn other:               nominate object-award
supervisor own:          forward-nominee
# Not with a chat that was linked within the last day.
supervisor own:          vote(when-settled)
supervisor other:        vote(when-settled)
# Whoever asks for an officer is answered by the desk, or by an officer of its office.
officer own:             name-stand-in answer-person tell-change
coordinator own:         name-stand-in answer-person tell-change
coordinator other:       answer-person tell-change
# Whoever rated a service low is asked further by the complaints officer of its office, else by the desk; by no head.
officer own:             ask-rater
coordinator own:         ask-rater
coordinator other:       ask-rater
leader own:              export-skm
leader other:            export-skm
committee own:           export-award judge-nominee
committee other:         export-award judge-nominee
inspector own:           read-house-audit
inspector other:         read-house-audit
`;

const passages: [name: string, text: string][] = [];
const granted = new Map<string, Verdict>();

for (const line of rules.split('\n').filter((one) => one !== '' && !one.startsWith('#'))) {
  const [name, said] = line.split(line.startsWith('$') ? ' = ' : ':').map((part) => part.trim());
  if (!name || !said) throw new Error(`not a rule: ${line}`);
  // Later passages stand first, so that "$closed page" is not mistaken for a shorter name.
  const text = passages.reduce((sum, [passage, meaning]) => sum.replaceAll(passage, meaning), said);
  if (name.startsWith('$')) passages.unshift([name, text]);
  else for (const word of text.split(/\s+/)) grant(name, word);
}

function grant(who: string, word: string): void {
  const [, action, condition] = /^([a-z-]+)(?:\(([a-z-]+)\))?$/.exec(word) ?? [];
  const verdict = condition === undefined ? 'yes' : conditions.find((known) => known === condition);
  const known = actions.some((one) => one === action) && scopes.some((scope) => who.endsWith(` ${scope}`));
  if (!known || !verdict || granted.has(`${who} ${action}`)) throw new Error(`not a rule: ${who}: ${word}`);
  granted.set(`${who} ${action}`, verdict);
}

/** What the regulation says of one cell. */
export const expected = (role: Role, action: Action, scope: Scope): Verdict =>
  granted.get(`${role} ${scope} ${action}`) ?? 'no';
