DROP INDEX "letter_due";--> statement-breakpoint
CREATE INDEX "letter_due" ON "letter" USING btree ("bulk","not_before","id") WHERE "letter"."state" in ('waiting', 'sending');