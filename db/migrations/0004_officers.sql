CREATE TABLE "audit" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"employee_id" bigint,
	"action" text NOT NULL,
	"report_id" bigint,
	"sealed" "bytea",
	"previous" "bytea",
	"hash" "bytea"
);
--> statement-breakpoint
CREATE TABLE "identity_opening" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"report_id" bigint NOT NULL,
	"asked_by" bigint NOT NULL,
	"reason" "bytea" NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"agreed_by" bigint,
	"agreed_at" timestamp with time zone,
	"refused_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sensitive_identity" (
	"report_id" bigint PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "thread_pin" (
	"contact_id" bigint PRIMARY KEY NOT NULL,
	"hash" "bytea" NOT NULL,
	"wrong" integer DEFAULT 0 NOT NULL,
	"last_wrong_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "note" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"report_id" bigint NOT NULL,
	"employee_id" bigint,
	"at" timestamp with time zone NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"event_id" bigint NOT NULL,
	"contact_id" bigint,
	"due" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publication" (
	"report_id" bigint PRIMARY KEY NOT NULL,
	"words" text,
	"photos" uuid[] DEFAULT '{}' NOT NULL,
	"employee_id" bigint,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rating" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"report_id" bigint NOT NULL,
	"contact_id" bigint,
	"score" integer NOT NULL,
	"sealed" "bytea",
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "rating_once" UNIQUE("report_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "reminder_given" (
	"report_id" bigint NOT NULL,
	"key" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_given_report_id_key_pk" PRIMARY KEY("report_id","key")
);
--> statement-breakpoint
CREATE TABLE "template" (
	"key" text PRIMARY KEY NOT NULL,
	"unit_code" text,
	"label" text NOT NULL,
	"shape" text NOT NULL,
	"words" text NOT NULL,
	"sort" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "absence" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"employee_id" bigint NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"stand_in_id" bigint,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "duty_shift" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"unit_code" text NOT NULL,
	"employee_id" bigint NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"opens" text,
	"closes" text
);
--> statement-breakpoint
CREATE TABLE "group_code" (
	"unit_code" text PRIMARY KEY NOT NULL,
	"hash" "bytea" NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "group_code_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "group_topic" (
	"contact_id" bigint PRIMARY KEY NOT NULL,
	"group_id" bigint NOT NULL,
	"report_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "office_group" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"unit_code" text NOT NULL,
	"contact_id" bigint NOT NULL,
	"topics" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"contact_id" bigint,
	"purpose" text NOT NULL,
	"given" text NOT NULL,
	"version" text NOT NULL,
	"locale" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rights_request" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"contact_id" bigint,
	"kind" text NOT NULL,
	"sealed" "bytea",
	"asked_at" timestamp with time zone NOT NULL,
	"due" timestamp with time zone NOT NULL,
	"officer_id" bigint,
	"state" text DEFAULT 'open' NOT NULL,
	"answer" "bytea",
	"ended_at" timestamp with time zone,
	CONSTRAINT "rights_request_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "tombstone" (
	"key" "bytea" PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "unit" ADD COLUMN "answers" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "kind" text DEFAULT 'photo' NOT NULL;--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "event_id" bigint;--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "kept" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "likeness" "bytea";--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "taken_lat" double precision;--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "taken_lng" double precision;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "verify_due" date;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "settle_days" integer;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "taker_id" bigint;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "merged_into" bigint;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "reporter_key" "bytea";--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "concerns" text;--> statement-breakpoint
ALTER TABLE "report_event" ADD COLUMN "employee_id" bigint;--> statement-breakpoint
ALTER TABLE "report_event" ADD COLUMN "detail" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "identity_opening" ADD CONSTRAINT "identity_opening_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_opening" ADD CONSTRAINT "identity_opening_asked_by_employee_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."employee"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_opening" ADD CONSTRAINT "identity_opening_agreed_by_employee_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."employee"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sensitive_identity" ADD CONSTRAINT "sensitive_identity_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_pin" ADD CONSTRAINT "thread_pin_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_event_id_report_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."report_event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating" ADD CONSTRAINT "rating_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating" ADD CONSTRAINT "rating_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_given" ADD CONSTRAINT "reminder_given_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template" ADD CONSTRAINT "template_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_stand_in_id_employee_id_fk" FOREIGN KEY ("stand_in_id") REFERENCES "public"."employee"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_shift" ADD CONSTRAINT "duty_shift_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_shift" ADD CONSTRAINT "duty_shift_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_code" ADD CONSTRAINT "group_code_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_topic" ADD CONSTRAINT "group_topic_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_topic" ADD CONSTRAINT "group_topic_group_id_office_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."office_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_topic" ADD CONSTRAINT "group_topic_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_group" ADD CONSTRAINT "office_group_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_group" ADD CONSTRAINT "office_group_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rights_request" ADD CONSTRAINT "rights_request_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rights_request" ADD CONSTRAINT "rights_request_officer_id_employee_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."employee"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_report" ON "audit" USING btree ("report_id","id");--> statement-breakpoint
CREATE INDEX "identity_opening_report" ON "identity_opening" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "note_report" ON "note" USING btree ("report_id","id");--> statement-breakpoint
CREATE INDEX "notice_due" ON "notice" USING btree ("due");--> statement-breakpoint
CREATE INDEX "absence_until" ON "absence" USING btree ("until_day");--> statement-breakpoint
CREATE INDEX "duty_shift_unit" ON "duty_shift" USING btree ("unit_code","until_day");--> statement-breakpoint
CREATE UNIQUE INDEX "group_topic_once" ON "group_topic" USING btree ("group_id","report_id");--> statement-breakpoint
CREATE UNIQUE INDEX "office_group_unit" ON "office_group" USING btree ("unit_code") WHERE "office_group"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "office_group_contact" ON "office_group" USING btree ("contact_id") WHERE "office_group"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "consent_contact" ON "consent" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "rights_request_open" ON "rights_request" USING btree ("due") WHERE "rights_request"."state" = 'open';--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_event_id_report_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."report_event"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_taker_id_employee_id_fk" FOREIGN KEY ("taker_id") REFERENCES "public"."employee"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_merged_into_report_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_concerns_unit_code_fk" FOREIGN KEY ("concerns") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_event" ADD CONSTRAINT "report_event_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_taker" ON "report" USING btree ("taker_id");--> statement-breakpoint
CREATE INDEX "report_open" ON "report" USING btree ("id") WHERE "report"."state" not in ('selesai', 'bukan_wewenang', 'diarsipkan', 'digabung');