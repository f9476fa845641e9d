CREATE TABLE "agency" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"service" text NOT NULL,
	"prefix" text NOT NULL,
	"zone" text,
	"locales" text[] NOT NULL,
	"region" text NOT NULL,
	"settings" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "category" (
	"key" text PRIMARY KEY NOT NULL,
	"group_key" text NOT NULL,
	"label" text NOT NULL,
	"description" text,
	"office" text NOT NULL,
	"unit_code" text,
	"days" integer NOT NULL,
	"sensitive" text NOT NULL,
	"hides_identity" boolean DEFAULT false NOT NULL,
	"keywords" text[] NOT NULL,
	"sort" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "category_group" (
	"key" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"sort" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deadline" (
	"key" text PRIMARY KEY NOT NULL,
	"n" integer NOT NULL,
	"unit" text NOT NULL,
	"start" text NOT NULL,
	"legal_reference" text NOT NULL,
	"confidence" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hall_clock" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"shift_seconds" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "holiday" (
	"date" date PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_run" (
	"key" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "region" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"parent_code" text,
	"lat" double precision,
	"lng" double precision,
	"min_lat" double precision,
	"max_lat" double precision,
	"min_lng" double precision,
	"max_lng" double precision
);
--> statement-breakpoint
CREATE TABLE "synonym" (
	"say" text PRIMARY KEY NOT NULL,
	"mean" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"short" text,
	"handles" text[] DEFAULT '{}' NOT NULL,
	"region" text,
	"parent_code" text,
	"phone" text,
	"address" text
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"key" "bytea" NOT NULL,
	"channel" text NOT NULL,
	"account" text NOT NULL,
	"address" "bytea" NOT NULL,
	"locale" text,
	"noticed_at" timestamp with time zone,
	"notice_version" text,
	"stopped_at" timestamp with time zone,
	"unreachable_at" timestamp with time zone,
	"unreachable_why" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "dead_update" (
	"key" "bytea" PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"account" text NOT NULL,
	"attempts" integer DEFAULT 1 NOT NULL,
	"reason" text NOT NULL,
	"payload" "bytea",
	"first_at" timestamp with time zone DEFAULT now() NOT NULL,
	"dead_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"key" "bytea" PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letter" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"contact_id" bigint NOT NULL,
	"channel" text NOT NULL,
	"bulk" boolean DEFAULT false NOT NULL,
	"body" "bytea",
	"dedupe" text,
	"state" text DEFAULT 'waiting' NOT NULL,
	"not_before" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	"fence" integer DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "letter_dedupe_unique" UNIQUE("dedupe")
);
--> statement-breakpoint
CREATE TABLE "pause" (
	"channel" text NOT NULL,
	"account" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "pause_channel_account_pk" PRIMARY KEY("channel","account")
);
--> statement-breakpoint
CREATE TABLE "shown" (
	"contact_id" bigint NOT NULL,
	"message" text NOT NULL,
	"about" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shown_contact_id_message_pk" PRIMARY KEY("contact_id","message")
);
--> statement-breakpoint
CREATE TABLE "talk" (
	"contact_id" bigint PRIMARY KEY NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"form" text,
	"sealed" "bytea",
	"last_key" "bytea",
	"spoke_at" timestamp with time zone,
	"nudged_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "follower" (
	"report_id" bigint NOT NULL,
	"contact_id" bigint NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "follower_report_id_contact_id_pk" PRIMARY KEY("report_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "media" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" bigint NOT NULL,
	"channel" text NOT NULL,
	"account" text NOT NULL,
	"file" "bytea" NOT NULL,
	"state" text DEFAULT 'wanted' NOT NULL,
	"reason" text,
	"width" integer,
	"height" integer,
	"size" integer,
	"report_id" bigint,
	"attempts" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"ticket" text NOT NULL,
	"kind" text NOT NULL,
	"category" text NOT NULL,
	"unit_code" text NOT NULL,
	"region" text,
	"state" text NOT NULL,
	"anonymous" boolean NOT NULL,
	"confidential" boolean NOT NULL,
	"words" text,
	"place" text,
	"lat" double precision,
	"lng" double precision,
	"sealed" "bytea",
	"reporter_id" bigint,
	"phone" "bytea",
	"channel" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"first_answer_due" date NOT NULL,
	"resolve_due" date NOT NULL,
	"due_estimated" boolean DEFAULT false NOT NULL,
	"inbox_key" "bytea",
	CONSTRAINT "report_ticket_unique" UNIQUE("ticket"),
	CONSTRAINT "report_inbox_key_unique" UNIQUE("inbox_key")
);
--> statement-breakpoint
CREATE TABLE "report_event" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"report_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"action" text NOT NULL,
	"state" text NOT NULL,
	"actor" text NOT NULL,
	"blanks" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sealed" "bytea"
);
--> statement-breakpoint
ALTER TABLE "category" ADD CONSTRAINT "category_group_key_category_group_key_fk" FOREIGN KEY ("group_key") REFERENCES "public"."category_group"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "category" ADD CONSTRAINT "category_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shown" ADD CONSTRAINT "shown_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk" ADD CONSTRAINT "talk_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follower" ADD CONSTRAINT "follower_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follower" ADD CONSTRAINT "follower_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_category_category_key_fk" FOREIGN KEY ("category") REFERENCES "public"."category"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_region_region_code_fk" FOREIGN KEY ("region") REFERENCES "public"."region"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_reporter_id_contact_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."contact"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_event" ADD CONSTRAINT "report_event_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letter_waiting" ON "letter" USING btree ("contact_id","id") WHERE "letter"."state" in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX "letter_due" ON "letter" USING btree ("bulk","not_before") WHERE "letter"."state" in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX "letter_dead" ON "letter" USING btree ("id") WHERE "letter"."state" = 'dead';--> statement-breakpoint
CREATE INDEX "talk_under_way" ON "talk" USING btree ("contact_id") WHERE "talk"."form" is not null;--> statement-breakpoint
CREATE INDEX "media_open" ON "media" USING btree ("not_before") WHERE "media"."state" in ('wanted', 'raw');--> statement-breakpoint
CREATE INDEX "media_report" ON "media" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "report_near" ON "report" USING btree ("category","lat","lng");--> statement-breakpoint
CREATE INDEX "report_reporter" ON "report" USING btree ("reporter_id","received_at");--> statement-breakpoint
CREATE INDEX "report_received" ON "report" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "report_unit" ON "report" USING btree ("unit_code","state");--> statement-breakpoint
CREATE INDEX "report_event_report" ON "report_event" USING btree ("report_id","id");