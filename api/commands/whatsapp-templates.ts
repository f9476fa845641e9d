import { type TemplateDraft, templateDrafts } from '../../bot/channels/whatsapp-cloud/template-drafts.ts';
import { operatorCommand } from './operator-command.ts';
import { done } from './outcome.ts';

const lines = ({ name, language, category, components: [body, { buttons }] }: TemplateDraft): string =>
  [
    `${name} (${language}), ${category}, named parameters`,
    `  ${body.text}`,
    ...(body.example?.body_text_named_params ?? []).map(
      ({ param_name, example }) => `  {{${param_name}}}, for example ${example}`,
    ),
    ...buttons.map(({ text }) => `  quick reply: ${text}`),
  ].join('\n');

const words = [
  'Submit these under WhatsApp Manager, Message templates, exactly as they stand. Until one is approved, news to people',
  'who wrote more than 24 hours ago goes to their other chat, or waits until they write. With --json: the bodies of',
  'POST /WHATSAPP_BUSINESS_ACCOUNT_ID/message_templates.',
  '',
  templateDrafts.map(lines).join('\n\n'),
].join('\n');

/** What the operator submits to Meta once, so that news can knock outside the 24 hours in which free words are allowed. */
export const whatsappTemplatesCommand = operatorCommand(
  {
    name: 'templates',
    description: 'The message templates to submit to Meta (--json: as its API takes them)',
  },
  {},
  () => done(words, templateDrafts),
);
