import { sql } from 'drizzle-orm';

/** Whether the question of a repetition (`r`) is still one of its module (`m`), and that is taught. */
export const isStillAsked = sql`(m.withdrawn_at is null
  and m.content -> 'steps' @> jsonb_build_array(jsonb_build_object('kind', 'question', 'id', r.question)))`;
