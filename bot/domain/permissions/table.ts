import { caseActions, houseActions } from './action.ts';
import { readTable } from './read-table.ts';

/*
 * How to read it. A cell holds two signs: the person's own report, then any other (`scope.ts` says what own means for a
 * hat).   +  yes    .  no    o  yes, under the condition at the end of the row (`verdict.ts`).
 * What is not in the table is refused.
 */

/** Perpres 76/2013: nobody sees who wrote. The public sees what a person approved; offices work on what lies with them. */
export const biasa = `
                      citizen follower stranger asn officer coord super leader hr insp comm admin
  see-status          ++      ++       .+       ++  ++      ++    ++    ++     ++ .+   ++   ++
  see-text            +o      oo       .o       oo  +o      ++    +o    oo     oo .o   oo   oo     when-approved
  see-place           +o      oo       .o       oo  +o      ++    +o    oo     oo .o   oo   oo     rounded
  see-photos          +o      oo       .o       oo  +o      ++    +o    oo     oo .o   oo   oo     when-approved
  see-phone           o.      ..       ..       ..  o.      ..    ..    ..     .. ..   ..   ..     when-callable
  see-identity        +.      ..       ..       ..  ..      ..    ..    ..     .. ..   ..   ..
  be-notified         +.      +.       ..       ..  +.      +.    +.    ..     .. ..   ..   ..
  verify              ..      ..       ..       ..  ..      +.    ..    ..     .. ..   ..   ..
  forward             ..      ..       ..       ..  ..      +.    ..    ..     .. ..   ..   ..
  accept              ..      ..       ..       ..  +.      ..    +.    ..     .. ..   ..   ..
  return              ..      ..       ..       ..  +.      ..    +.    ..     .. ..   ..   ..
  ask-citizen         ..      ..       ..       ..  +.      +.    ..    ..     .. ..   ..   ..
  answer              ..      ..       ..       ..  +.      ..    ..    ..     .. ..   ..   ..
  new-date            ..      ..       ..       ..  +.      ..    +.    ..     .. ..   ..   ..
  finish              ..      ..       ..       ..  +.      ..    ..    ..     .. ..   ..   ..
  not-ours            ..      ..       ..       ..  ..      +.    ..    ..     .. ..   ..   ..
  archive             ..      ..       ..       ..  ..      +.    ..    ..     .. ..   ..   ..
  merge               ..      ..       ..       ..  +.      ++    ..    ..     .. ..   ..   ..
  approve-public      ..      ..       ..       ..  ..      ++    ..    ..     .. ..   ..   ..
  note                ..      ..       ..       ..  +.      ++    +.    ..     .. ..   ..   ..
  follow              .+      ++       .+       ..  ..      ..    ..    ..     .. ..   ..   ..
  add                 +.      +.       ..       ..  ..      ..    ..    ..     .. ..   ..   ..
  confirm             +.      ..       ..       ..  ..      ..    ..    ..     .. ..   ..   ..
  rate                +.      ..       ..       ..  ..      ..    ..    ..     .. ..   ..   ..
  reopen              +.      ..       ..       ..  ..      ..    ..    ..     .. ..   ..   ..
  list                +.      +.       ..       ..  +.      ++    +.    oo     .. ..   ..   ++     when-overdue
  count               oo      oo       .o       oo  +o      ++    +o    ++     oo .o   oo   ++     from-five
  export              ..      ..       ..       ..  ..      ++    +.    ..     .. ..   ..   ++
  audit-read          +.      ..       ..       ..  ..      ..    ..    ..     .. .+   ..   ++
`;

/** Only the officers who handle it read it; everybody else has its status and its share of a number. */
export const tertutup = `
                      citizen follower stranger asn officer coord super leader hr insp comm admin
  see-status          ++      ++       .+       ++  ++      ++    ++    ++     ++ .+   ++   ++
  see-text            +.      ..       ..       ..  +.      +.    ..    ..     .. ..   ..   ..
  see-place           +.      ..       ..       ..  +.      +.    ..    ..     .. ..   ..   ..
  see-photos          +.      ..       ..       ..  +.      +.    ..    ..     .. ..   ..   ..
  see-phone           o.      ..       ..       ..  o.      ..    ..    ..     .. ..   ..   ..     when-callable
  see-identity        +.      ..       ..       ..  ..      ..    ..    ..     .. ..   ..   ..
  be-notified         +.      ..       ..       ..  +.      +.    +.    ..     .. ..   ..   ..
  verify              ..      ..       ..       ..  ..      +.    ..    ..     .. ..   ..   ..
  forward             ..      ..       ..       ..  ..      +.    ..    ..     .. ..   ..   ..
  accept              ..      ..       ..       ..  +.      ..    +.    ..     .. ..   ..   ..
  return              ..      ..       ..       ..  +.      ..    +.    ..     .. ..   ..   ..
  ask-citizen         ..      ..       ..       ..  +.      +.    ..    ..     .. ..   ..   ..
  answer              ..      ..       ..       ..  +.      ..    ..    ..     .. ..   ..   ..
  new-date            ..      ..       ..       ..  +.      ..    +.    ..     .. ..   ..   ..
  finish              ..      ..       ..       ..  +.      ..    ..    ..     .. ..   ..   ..
  not-ours            ..      ..       ..       ..  ..      +.    ..    ..     .. ..   ..   ..
  archive             ..      ..       ..       ..  ..      +.    ..    ..     .. ..   ..   ..
  merge               ..      ..       ..       ..  +.      +.    ..    ..     .. ..   ..   ..
  note                ..      ..       ..       ..  +.      +.    ..    ..     .. ..   ..   ..
  add                 +.      ..       ..       ..  ..      ..    ..    ..     .. ..   ..   ..
  confirm             +.      ..       ..       ..  ..      ..    ..    ..     .. ..   ..   ..
  rate                +.      ..       ..       ..  ..      ..    ..    ..     .. ..   ..   ..
  reopen              +.      ..       ..       ..  ..      ..    ..    ..     .. ..   ..   ..
  list                +.      ..       ..       ..  +.      ++    +.    oo     .. ..   ..   ++     when-overdue
  count               oo      oo       .o       oo  +o      ++    +o    ++     oo .o   oo   ++     from-five
  export              ..      ..       ..       ..  ..      ++    +.    ..     .. ..   ..   ++
  audit-read          +.      ..       ..       ..  ..      ..    ..    ..     .. .+   ..   ++
`;

/** The reporter, the assigned inspectors, the protection officers appointed by name; the second sign is never but a dot. */
export const sensitive = `
                      citizen follower stranger asn officer coord super leader hr insp comm admin
  see-status          +.      ..       ..       ..  +.      ..    ..    ..     .. +.   ..   ..
  see-text            +.      ..       ..       ..  +.      ..    ..    ..     .. +.   ..   ..
  see-place           +.      ..       ..       ..  +.      ..    ..    ..     .. +.   ..   ..
  see-photos          +.      ..       ..       ..  +.      ..    ..    ..     .. +.   ..   ..
  see-phone           o.      ..       ..       ..  o.      ..    ..    ..     .. o.   ..   ..     when-callable
  see-identity        +.      ..       ..       ..  ..      ..    ..    ..     .. o.   ..   ..     with-two
  be-notified         o.      ..       ..       ..  o.      ..    ..    ..     .. o.   ..   ..     neutral
  verify              ..      ..       ..       ..  +.      ..    ..    ..     .. +.   ..   ..
  forward             ..      ..       ..       ..  o.      ..    ..    ..     .. o.   ..   ..     to-handlers
  accept              ..      ..       ..       ..  +.      ..    ..    ..     .. +.   ..   ..
  ask-citizen         ..      ..       ..       ..  +.      ..    ..    ..     .. +.   ..   ..
  answer              ..      ..       ..       ..  +.      ..    ..    ..     .. +.   ..   ..
  new-date            ..      ..       ..       ..  +.      ..    ..    ..     .. +.   ..   ..
  finish              ..      ..       ..       ..  +.      ..    ..    ..     .. +.   ..   ..
  not-ours            ..      ..       ..       ..  +.      ..    ..    ..     .. +.   ..   ..
  archive             ..      ..       ..       ..  +.      ..    ..    ..     .. +.   ..   ..
  note                ..      ..       ..       ..  +.      ..    ..    ..     .. +.   ..   ..
  add                 +.      ..       ..       ..  ..      ..    ..    ..     .. ..   ..   ..
  confirm             +.      ..       ..       ..  ..      ..    ..    ..     .. ..   ..   ..
  rate                +.      ..       ..       ..  ..      ..    ..    ..     .. ..   ..   ..
  reopen              +.      ..       ..       ..  ..      ..    ..    ..     .. ..   ..   ..
  list                ..      ..       ..       ..  +.      ..    ..    ..     .. +.   ..   ..
  audit-read          +.      ..       ..       ..  ..      ..    ..    ..     .. +.   ..   ..
`;

/** People and the house: own unit, then another; who asked for an officer is the coordinator's office's. */
export const house = `
                      citizen follower stranger asn officer coord super leader hr insp comm admin
  issue-person-code   ..      ..       ..       ..  ..      ..    ..    ..     ++ ..   ..   ++
  issue-group-code    ..      ..       ..       ..  ..      ..    +.    ..     .. ..   ..   ++
  switch-office-on    ..      ..       ..       ..  ..      ..    ..    ..     .. ..   ..   ++
  change-settings     ..      ..       ..       ..  ..      ..    ..    ..     .. ..   ..   ++
  set-roster          ..      ..       ..       ..  ..      ..    +.    ..     .. ..   ..   ++
  name-stand-in       ..      ..       ..       ..  +.      +.    +.    ..     .. ..   ..   ..
  answer-person       ..      ..       ..       ..  +.      ++    ..    ..     .. ..   ..   ..
  tell-change         ..      ..       ..       ..  +.      ++    +.    ..     .. ..   ..   ..
  ask-rater           ..      ..       ..       ..  +.      ++    ..    ..     .. ..   ..   ..
  import-people       ..      ..       ..       ..  ..      ..    ..    ..     ++ ..   ..   ++
  import-city         ..      ..       ..       ..  ..      ..    ..    ..     .. ..   ..   ++
  see-training        ..      ..       ..       ..  ..      ..    +.    ..     ++ ..   ..   ..
  verify-certificate  ..      ..       ..       ..  ..      ..    +.    ..     ++ ..   ..   ..
  enrol-others        ..      ..       ..       ..  ..      ..    +.    ..     ++ ..   ..   ..
  open-attendance     ..      ..       ..       ..  ..      ..    ..    ..     ++ ..   ..   ++
  export-training     ..      ..       ..       ..  ..      ..    ..    ..     ++ ..   ..   ++
  export-skm          ..      ..       ..       ..  ..      ..    +.    ++     .. ..   ..   ++
  export-award        ..      ..       ..       ..  ..      ..    ..    ..     .. ..   ++   ++
  nominate            ..      ..       ..       ++  ..      ..    ..    ..     .. ..   ..   ..
  object-award        ..      ..       ..       ++  ..      ..    ..    ..     .. ..   ..   ..
  forward-nominee     ..      ..       ..       ..  ..      ..    +.    ..     .. ..   ..   ..
  judge-nominee       ..      ..       ..       ..  ..      ..    ..    ..     .. ..   ++   ..
  run-award           ..      ..       ..       ..  ..      ..    ..    ..     .. ..   ..   ++
  vote                ..      ..       ..       ..  ..      ..    oo    ..     .. ..   ..   ..     when-settled
  learn               ..      ..       ..       ++  ..      ..    ..    ..     .. ..   ..   ..
  write-modules       ..      ..       ..       ..  ..      ..    ..    ..     ++ ..   ..   ++
  approve-exercise    ..      ..       ..       ..  +.      ++    ..    ..     .. ..   ..   ..
  see-coaching        ..      ..       ..       ..  ..      ..    +.    ++     ++ ..   ..   ..
  answer-coaching     ..      ..       ..       ..  ..      ..    +.    ..     .. ..   ..   ..
  plan-training       ..      ..       ..       ..  ..      ..    ..    ++     ++ ..   ..   ++
  run-jobs            ..      ..       ..       ..  ..      ..    ..    ..     .. ..   ..   ++
  tend-outbox         ..      ..       ..       ..  ..      ..    ..    ..     .. ..   ..   ++
  read-house-audit    ..      ..       ..       ..  ..      ..    ..    ..     .. ++   ..   ++
`;

/** Who may do what, the one table of the house; ask it through `may`. */
export const table = readTable([
  { sheet: biasa, actions: caseActions, own: 'own', other: 'other' },
  { sheet: tertutup, actions: caseActions, own: 'tertutup-own', other: 'tertutup-other' },
  { sheet: sensitive, actions: caseActions, own: 'sensitive-own', other: 'sensitive-other' },
  { sheet: house, actions: houseActions, own: 'own', other: 'other' },
]);
