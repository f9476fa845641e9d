/** What a talk may hold: everything in it is sealed and comes back from the database between two messages. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
