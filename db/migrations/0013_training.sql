CREATE TABLE "bulk_pause" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kind_word" (
	"employee_id" bigint NOT NULL,
	"item" text NOT NULL,
	"by_id" bigint,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "kind_word_employee_id_item_at_pk" PRIMARY KEY("employee_id","item","at")
);
--> statement-breakpoint
CREATE TABLE "reminded" (
	"employee_id" bigint NOT NULL,
	"item" text NOT NULL,
	"milestone" text NOT NULL,
	"lane" text NOT NULL,
	"day" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"letter_id" bigint,
	CONSTRAINT "reminded_employee_id_item_milestone_pk" PRIMARY KEY("employee_id","item","milestone")
);
--> statement-breakpoint
CREATE TABLE "reminder_listed" (
	"supervisor_id" bigint NOT NULL,
	"employee_id" bigint NOT NULL,
	"item" text NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "reminder_listed_supervisor_id_employee_id_item_day_pk" PRIMARY KEY("supervisor_id","employee_id","item","day")
);
--> statement-breakpoint
CREATE TABLE "reminder_look" (
	"employee_id" bigint PRIMARY KEY NOT NULL,
	"next_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminder_touch" (
	"employee_id" bigint NOT NULL,
	"item" text NOT NULL,
	"snoozed_until" date,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_touch_employee_id_item_pk" PRIMARY KEY("employee_id","item")
);
--> statement-breakpoint
CREATE TABLE "attendance_code" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"training_code" text NOT NULL,
	"day" date NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_feed" (
	"employee_id" bigint PRIMARY KEY NOT NULL,
	"hash" "bytea" NOT NULL,
	"since" date NOT NULL,
	CONSTRAINT "calendar_feed_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "certificate" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"employee_id" bigint NOT NULL,
	"training_code" text,
	"title" text NOT NULL,
	"form" text,
	"provider" text NOT NULL,
	"place" text,
	"batch" text,
	"starts_on" date,
	"ends_on" date,
	"jp" integer NOT NULL,
	"number" text,
	"date" date NOT NULL,
	"source" text NOT NULL,
	"media_id" uuid,
	"status" text NOT NULL,
	"reason" text,
	"sent_at" timestamp with time zone NOT NULL,
	"judged_at" timestamp with time zone,
	"judged_by" bigint,
	CONSTRAINT "certificate_jp" CHECK ("certificate"."jp" > 0)
);
--> statement-breakpoint
CREATE TABLE "enrolment" (
	"employee_id" bigint NOT NULL,
	"training_code" text NOT NULL,
	"state" text NOT NULL,
	"source" text NOT NULL,
	"complete_by" date,
	"since" date NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"attended_on" date,
	"finished_on" date,
	"reviewed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "enrolment_employee_id_training_code_pk" PRIMARY KEY("employee_id","training_code")
);
--> statement-breakpoint
CREATE TABLE "personnel_date" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"employee_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"date" date NOT NULL,
	"note" text,
	"as_of" date NOT NULL,
	CONSTRAINT "personnel_date_once" UNIQUE("employee_id","kind","date")
);
--> statement-breakpoint
CREATE TABLE "training" (
	"code" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"provider" text NOT NULL,
	"form" text NOT NULL,
	"jp" integer NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"register_by" date,
	"complete_by" date,
	"url" text,
	"place" text,
	"quota" integer,
	"sponsor" text,
	"mandatory_units" text[] DEFAULT '{}' NOT NULL,
	"mandatory_groups" text[] DEFAULT '{}' NOT NULL,
	"listed_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "training_review" (
	"id" uuid PRIMARY KEY NOT NULL,
	"training_code" text NOT NULL,
	"material" smallint NOT NULL,
	"trainer" smallint NOT NULL,
	"benefit" smallint NOT NULL,
	"organisation" smallint NOT NULL,
	CONSTRAINT "training_review_scale" CHECK (least("training_review"."material", "training_review"."trainer", "training_review"."benefit", "training_review"."organisation") >= 1
      and greatest("training_review"."material", "training_review"."trainer", "training_review"."benefit", "training_review"."organisation") <= 4)
);
--> statement-breakpoint
ALTER TABLE "kind_word" ADD CONSTRAINT "kind_word_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kind_word" ADD CONSTRAINT "kind_word_by_id_employee_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."employee"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminded" ADD CONSTRAINT "reminded_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminded" ADD CONSTRAINT "reminded_letter_id_letter_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letter"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_listed" ADD CONSTRAINT "reminder_listed_supervisor_id_employee_id_fk" FOREIGN KEY ("supervisor_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_listed" ADD CONSTRAINT "reminder_listed_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_look" ADD CONSTRAINT "reminder_look_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_touch" ADD CONSTRAINT "reminder_touch_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_code" ADD CONSTRAINT "attendance_code_training_code_training_code_fk" FOREIGN KEY ("training_code") REFERENCES "public"."training"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_training_code_training_code_fk" FOREIGN KEY ("training_code") REFERENCES "public"."training"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_judged_by_employee_id_fk" FOREIGN KEY ("judged_by") REFERENCES "public"."employee"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_training_code_training_code_fk" FOREIGN KEY ("training_code") REFERENCES "public"."training"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personnel_date" ADD CONSTRAINT "personnel_date_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_review" ADD CONSTRAINT "training_review_training_code_training_code_fk" FOREIGN KEY ("training_code") REFERENCES "public"."training"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reminded_day" ON "reminded" USING btree ("employee_id","day");--> statement-breakpoint
CREATE INDEX "reminded_letter" ON "reminded" USING btree ("letter_id") WHERE "reminded"."letter_id" is not null;--> statement-breakpoint
CREATE INDEX "reminder_look_next" ON "reminder_look" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "certificate_employee" ON "certificate" USING btree ("employee_id","date");--> statement-breakpoint
CREATE INDEX "certificate_waiting" ON "certificate" USING btree ("sent_at") WHERE "certificate"."status" = 'menunggu';--> statement-breakpoint
CREATE INDEX "certificate_training" ON "certificate" USING btree ("training_code");--> statement-breakpoint
CREATE INDEX "enrolment_training" ON "enrolment" USING btree ("training_code","state","changed_at");--> statement-breakpoint
CREATE INDEX "training_review_training" ON "training_review" USING btree ("training_code");