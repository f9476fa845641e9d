const hosts = ['lookaside.fbsbx.com', 'graph.facebook.com'];
const domains = ['.fbcdn.net', '.whatsapp.net'];

/** Whether a file's address is Meta's, or of the host that the API itself is configured for: our token goes with the call. */
export const mayBeFetched = (address: string, apiRoot: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, host, hostname, username, port } = new URL(address);
  const own = new URL(apiRoot);
  if (protocol === own.protocol && host === own.host) return username === '';
  const known = hosts.includes(hostname) || domains.some((domain) => hostname.endsWith(domain));
  return protocol === 'https:' && known && username === '' && port === '';
};
