import { badRequest, type Params } from '../outcome.ts';
import { flagOf, nestedOf, numberOf, textOf } from '../params.ts';
import type { Desk } from '../world.ts';
import type { Method } from './method.ts';

export const setWebhook: Method = (desk, params) => {
  const url = textOf(params, 'url');
  if (url === '') return deleteWebhook(desk, params);
  const bad = (why: string) => badRequest(`bad webhook: ${why}`);
  if (!URL.canParse(url) || !/^https?:\/\//.test(url)) throw badRequest('invalid webhook URL specified');
  if (desk.world.requireHttps && !url.startsWith('https:'))
    throw bad('An HTTPS URL must be provided for webhook');
  const secret = textOf(params, 'secret_token');
  if (secret.length > 256) throw badRequest('secret token is too long');
  if (/[^A-Za-z0-9_-]/.test(secret)) throw badRequest('secret token contains unallowed characters');
  const allowed = nestedOf(
    params,
    'allowed_updates',
    "can't parse allowed_updates: Expected an Array of String",
  );
  const { account, polling, delivery } = desk;
  if (Array.isArray(allowed)) account.allowed = allowed.map(String);
  account.webhook = {
    url,
    secret,
    maxConnections: Math.min(100, Math.max(1, numberOf(params, 'max_connections') ?? 40)),
    ip: textOf(params, 'ip_address') || undefined,
  };
  account.lastError = undefined;
  forget(desk, params);
  polling.terminate('terminated by setWebhook request');
  delivery.restart();
  return true;
};

export const deleteWebhook: Method = (desk, params) => {
  desk.account.webhook = undefined;
  forget(desk, params);
  desk.delivery.restart();
  return true;
};

function forget({ account }: Desk, params: Params): void {
  if (flagOf(params, 'drop_pending_updates')) account.pending.clear();
}

export const getWebhookInfo: Method = ({ account }) => {
  const { webhook, lastError, pending } = account;
  return {
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: pending.size,
    ...(webhook && { max_connections: webhook.maxConnections }),
    ...(webhook?.ip && { ip_address: webhook.ip }),
    ...(account.allowed && account.allowed.length > 0 && { allowed_updates: account.allowed }),
    ...(lastError && { last_error_date: lastError.at, last_error_message: lastError.message }),
  };
};

export const getUpdates: Method = ({ polling }, params, signal) => polling.getUpdates(params, signal);
