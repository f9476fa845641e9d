import { limits } from './limits.ts';
import { languages } from './template-languages.ts';

export type TemplateButton =
  | { type: 'quick_reply'; text: string }
  | { type: 'url'; text: string; url: string };

/** A template as it was approved; `body` holds named blanks, as `{{nomor}}`. */
export type Template = {
  name: string;
  language: string;
  category: 'utility' | 'marketing' | 'authentication';
  body: string;
  buttons?: readonly TemplateButton[];
  status?: 'approved' | 'paused' | 'disabled';
};

export type Templates = {
  approve(template: Template): void;
  find(name: string, language: string): Template | undefined;
  list(): Template[];
};

export const blanksOf = (body: string): string[] => [
  ...new Set([...body.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name = '']) => name)),
];

/** What Meta would send back for mending; nothing when it would be approved. */
function faultOf({ name, language, body, buttons = [] }: Template): string | undefined {
  if (!/^[a-z0-9_]{1,512}$/.test(name)) return 'a name has small letters, digits and underscores';
  if (!languages.has(language)) return `Meta has no language "${language}"`;
  if (body.length === 0 || body.length > limits.templateBody) return 'the body is empty or too long';
  if (/^\s*\{\{|\}\}\s*$/.test(body)) return 'the body may not begin or end with a blank';
  if (/\}\}\s*\{\{/.test(body)) return 'two blanks may not stand side by side';
  if (/\n{3}|\t| {4}/.test(body)) return 'the body has too much empty space';
  if (blanksOf(body).some((blank) => !/^[a-z][a-z0-9_]*$/.test(blank))) return 'a blank has a bad name';
  if (buttons.length > limits.templateButtons) return 'too many buttons';
  if (buttons.some(({ text }) => text.length === 0 || text.length > limits.templateButtonText))
    return 'a button is empty or too long';
  if (new Set(buttons.map(({ text }) => text)).size < buttons.length) return 'two buttons say the same';
  return undefined;
}

/**
 * The templates of the account, by name and language.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview
 */
export function createTemplates(): Templates {
  const approved = new Map<string, Template>();
  return {
    approve(template) {
      const fault = faultOf(template);
      if (fault) throw new Error(`template ${template.name} (${template.language}): ${fault}`);
      approved.set(`${template.name} ${template.language}`, template);
    },
    find: (name, language) => approved.get(`${name} ${language}`),
    list: () => [...approved.values()],
  };
}
