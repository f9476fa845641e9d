CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
INSERT INTO hall_clock (id, shift_seconds) VALUES (1, 0);
--> statement-breakpoint
CREATE FUNCTION hall_now() RETURNS timestamptz LANGUAGE sql STABLE
AS 'select now() + make_interval(secs => (select shift_seconds from hall_clock where id = 1))';
--> statement-breakpoint
COMMENT ON FUNCTION hall_now() IS 'The time that people notice: now, plus a shift that only demo and tests can set.';
--> statement-breakpoint
ALTER TABLE talk SET (fillfactor = 70);
