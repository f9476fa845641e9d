import { limits } from './limits.ts';
import type { Component, TemplateCall } from './messages/template.ts';
import { Refusal } from './refusal.ts';
import { blanksOf, type Template, type TemplateButton, type Templates } from './templates.ts';

export type FilledTemplate = {
  template: Template;
  text: string;
  replies: { label: string; id: string }[];
  link: { label: string; url: string } | undefined;
};

type Button = Extract<Component, { type: 'button' }>;
type Words = Exclude<Component, { type: 'button' }>;

/** The message a template call stands for, or a refusal with Meta's codes 132000 and on. */
export function fillTemplate(templates: Templates, call: TemplateCall): FilledTemplate {
  const { name, language, components = [] } = call;
  const template = templates.find(name, language.code);
  if (!template) throw new Refusal(132001, `template name (${name}) does not exist in ${language.code}`);
  if (template.status === 'paused') throw new Refusal(132015, `template (${name}) is paused`);
  if (template.status === 'disabled') throw new Refusal(132016, `template (${name}) is disabled`);
  const words = components.filter((one): one is Words => one.type !== 'button');
  if (words.some(({ type }) => type === 'header')) throw new Refusal(132012, 'header: the template has none');
  const buttons = components.filter((one): one is Button => one.type === 'button');
  return { template, text: fillBody(template, words), ...tapped(template.buttons ?? [], buttons) };
}

function fillBody({ body }: Template, parts: Words[]): string {
  const blanks = blanksOf(body);
  const given = parts.flatMap(({ parameters }) => parameters);
  if (parts.length > 1 || given.length !== blanks.length)
    throw new Refusal(
      132000,
      `body: number of localizable_params (${given.length}) does not match the expected number of params (${blanks.length})`,
    );
  const byName = new Map(given.map((one) => [one.parameter_name, one.text]));
  const missing = blanks.find((blank) => !byName.has(blank));
  if (missing !== undefined)
    throw new Refusal(132012, `body: parameter name is missing or wrong: ${missing}`);
  const text = body.replace(/\{\{([^{}]*)\}\}/g, (_, blank: string) => byName.get(blank) ?? '');
  if (text.length > limits.templateBody)
    throw new Refusal(132005, `body: ${text.length} characters, at most ${limits.templateBody}`);
  return text;
}

function tapped(
  offered: readonly TemplateButton[],
  given: Button[],
): Pick<FilledTemplate, 'replies' | 'link'> {
  const at = new Map(given.map((one) => [Number(one.index), one]));
  for (const [index, { sub_type }] of at)
    if (offered[index]?.type !== sub_type)
      throw new Refusal(132012, `buttons: button at index ${index} is not of type ${sub_type}`);
  const replies = offered.flatMap((button, index) => {
    const [filled] = at.get(index)?.parameters ?? [];
    const payload = filled?.type === 'payload' ? filled.payload : button.text;
    return button.type === 'quick_reply' ? [{ label: button.text, id: payload }] : [];
  });
  const linkAt = offered.findIndex(({ type }) => type === 'url');
  const link = offered[linkAt];
  const [ending] = at.get(linkAt)?.parameters ?? [];
  const tail = ending?.type === 'text' ? ending.text : '';
  return {
    replies,
    link:
      link?.type === 'url' ? { label: link.text, url: link.url.replace(/\{\{[^{}]*\}\}$/, tail) } : undefined,
  };
}
