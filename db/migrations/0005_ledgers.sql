UPDATE report_event SET action = CASE action
  WHEN 'forwarded' THEN 'forward' WHEN 'taken' THEN 'accept' WHEN 'answered' THEN 'answer' WHEN 'solved' THEN 'finish'
  WHEN 'confirmed' THEN 'confirm' WHEN 'added' THEN 'add' WHEN 'photo-added' THEN 'add' WHEN 'asked' THEN 'ask_citizen'
  WHEN 'not-ours' THEN 'not_ours' ELSE action END;
--> statement-breakpoint
UPDATE report_event SET actor = 'clock' WHERE actor = 'system';
--> statement-breakpoint
UPDATE unit SET answers = true;
--> statement-breakpoint
CREATE FUNCTION keep_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.sealed IS NULL AND NEW.report_id = OLD.report_id AND NEW.at = OLD.at AND NEW.action = OLD.action
    AND NEW.state = OLD.state AND NEW.actor = OLD.actor AND NEW.detail = OLD.detail
    AND (NEW.employee_id IS NULL OR NEW.employee_id = OLD.employee_id) AND NEW.blanks IN (OLD.blanks, '{}'::jsonb) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND pg_trigger_depth() > 1 THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'what happened to a report is not changed' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION keep_event() IS 'A timeline is added to. Retention may take words away (privacy.md section 5), and a report that is destroyed takes its timeline along.';
--> statement-breakpoint
CREATE TRIGGER report_event_kept BEFORE UPDATE OR DELETE ON report_event FOR EACH ROW EXECUTE FUNCTION keep_event();
--> statement-breakpoint
CREATE FUNCTION chain_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('pendopo audit'));
  NEW.id := nextval(pg_get_serial_sequence('audit', 'id'));
  SELECT hash INTO NEW.previous FROM audit ORDER BY id DESC LIMIT 1;
  NEW.hash := sha256(convert_to(concat_ws('|', NEW.id, extract(epoch FROM NEW.at), NEW.employee_id, NEW.action, NEW.report_id,
    encode(NEW.sealed, 'hex'), encode(NEW.previous, 'hex')), 'UTF8'));
  RETURN NEW;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION chain_audit() IS 'Each line of the audit log holds the hash of the one before, so that a line changed or taken out behind our back shows.';
--> statement-breakpoint
CREATE TRIGGER audit_chained BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION chain_audit();
--> statement-breakpoint
CREATE FUNCTION keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.at < hall_now() - interval '2 years' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'the audit log is not changed' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION keep_audit() IS 'Lines of the audit log stay as they are for two years (privacy.md section 5), then they may go.';
--> statement-breakpoint
CREATE TRIGGER audit_kept BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION keep_audit();
--> statement-breakpoint
CREATE TRIGGER audit_whole BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION keep_audit();
