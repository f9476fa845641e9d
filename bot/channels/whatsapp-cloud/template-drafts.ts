import { translate } from '../../i18n/translate.ts';
import { type KnockTemplate, templateLanguages, templates } from './templates.ts';

/** A template as Meta takes it for approval (page "template management": `POST /{whatsapp_business_account_id}/message_templates`). */
export type TemplateDraft = {
  name: string;
  language: string;
  category: 'UTILITY';
  parameter_format: 'NAMED';
  components: readonly [
    {
      type: 'BODY';
      text: string;
      example?: { body_text_named_params: { param_name: string; example: string }[] };
    },
    { type: 'BUTTONS'; buttons: { type: 'QUICK_REPLY'; text: string }[] },
  ];
};

const examples = { ticket: 'SLT-7K4PQ2' } as const;

const draftOf = (
  { name, category, text, params, button }: KnockTemplate,
  language: string,
): TemplateDraft => {
  const blanks = Object.fromEntries(params.map((param) => [param, `{{${param}}}`]));
  const shown = params.map((param) => ({ param_name: param, example: examples[param] }));
  return {
    name,
    language,
    category,
    parameter_format: 'NAMED',
    components: [
      {
        type: 'BODY',
        text: translate(language, { key: text, with: blanks }),
        ...(shown.length > 0 && { example: { body_text_named_params: shown } }),
      },
      { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: translate(language, { key: button }) }] },
    ],
  };
};

/** Every template in every language, in the order in which they are submitted. */
export const templateDrafts: readonly TemplateDraft[] = templates.flatMap((one) =>
  templateLanguages.map((language) => draftOf(one, language)),
);
