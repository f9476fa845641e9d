/** A version of the Graph API lives about two years (developers.facebook.com/docs/graph-api/changelog/versions); an address without one means the oldest still alive, which changes by itself. */
const version = 'v23.0';

/** The address of a node of the Graph API, such as `106540352242922/messages`. */
export const graphUrl = (apiRoot: string, path: string): string => `${apiRoot}/${version}/${path}`;
