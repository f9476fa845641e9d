import { ofAward } from './of-award.ts';
import { ofLearning } from './of-learning.ts';
import { ofPeople } from './of-people.ts';
import { ofPhotos } from './of-photos.ts';
import { ofReports } from './of-reports.ts';
import { ofSensitive } from './of-sensitive.ts';
import { ofSurvey } from './of-survey.ts';
import { ofTraining } from './of-training.ts';
import { passing } from './passing.ts';
import type { Rule } from './rule.ts';

/**
 * Everything that is kept for a while, in the order in which it is taken away: the nightly job does what stands here, and
 * the public page (`/privasi`) says what stands here. Accounts come last, when nothing is tied to them.
 */
export const rules: readonly Rule[] = [
  ...passing,
  ...ofReports,
  ...ofSensitive,
  ...ofPhotos,
  ...ofSurvey,
  ...ofTraining,
  ...ofLearning,
  ...ofAward,
  ...ofPeople,
];

/** Tables whose rows go with those of another (a cascade), and so have no days of their own. */
export const goesWith: {
  readonly [table: string]: 'report' | 'contact' | 'skm_thread' | 'award_cycle' | 'award_nominee';
} = {
  identity_opening: 'report',
  thread_pin: 'contact',
  contact_alias: 'contact',
  skm_line: 'skm_thread',
  award_keeper: 'award_cycle',
  award_nominee: 'award_cycle',
  award_nomination: 'award_nominee',
  award_mark: 'award_nominee',
  award_objection: 'award_cycle',
  award_roll: 'award_cycle',
  award_participation: 'award_cycle',
  award_ballot: 'award_cycle',
  award_cast: 'award_cycle',
  award_receipt: 'award_cycle',
  award_share: 'award_cycle',
  award_result: 'award_nominee',
  award_minutes: 'award_cycle',
  award_told: 'award_cycle',
};

/** Tables without a person in them, and why. */
export const impersonal: { readonly [table: string]: string } = {
  agency: 'the government itself',
  unit: 'offices; their numbers are public',
  category: 'what a report can be about',
  category_group: 'what a report can be about',
  region: 'places of the whole city',
  holiday: 'the calendar',
  synonym: 'words of the language',
  service: 'what offices do for people, as they publish it',
  known_answer: 'checked answers of offices, as they publish them',
  skm_tally: 'survey forms added up',
  skm_paper: 'hashes of paper forms, which hold no name',
  skm_change: 'what offices changed, as they publish it',
  skm_proposal: 'what was proposed to an office',
  coaching_proposal: 'what was proposed to an office, and what its head said to it',
  coaching_check: 'a figure of an office',
  learning_module: 'what is taught to everybody',
  module_picture: 'what is taught to everybody',
  team_case: 'what offices are given to talk about',
  team_case_told: 'which office was given what',
  exercise: 'solved reports without the people in them, approved by an officer',
  exercise_seen: 'keyed hashes of reports, of which none is kept here',
  training_use: 'answers about a training, without a person or a time',
  training: 'what is offered to everybody',
  training_review: 'answers about a training, without a person or a time',
  bulk_pause: 'a switch of the operator',
  deadline: 'clocks of the law',
  hall_clock: 'a shift of the clock',
  pause: 'a platform that asked us to be silent',
  template: 'sentences of an office, with blanks',
  linked_device: 'the number of the office itself; goes when it is unlinked',
  linked_device_key:
    'keys of letters under way, sealed and under a hash; they go when the device is unlinked',
  linked_device_lease: 'a process',
  linked_device_health: 'the number of the office itself',
  linked_device_day: 'counts of a day',
  template_missing: 'a template that a platform does not know',
};
