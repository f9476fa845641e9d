CREATE TABLE "award_cycle" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"rules" jsonb NOT NULL,
	"rules_hash" text NOT NULL,
	"public_key" jsonb NOT NULL,
	"schedule" jsonb NOT NULL,
	"furthest" jsonb,
	"opened_at" timestamp with time zone NOT NULL,
	"frozen_at" timestamp with time zone,
	"roll_hash" text,
	"closed_at" timestamp with time zone,
	"announced_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"bulletin" jsonb,
	CONSTRAINT "award_cycle_code_unique" UNIQUE("code"),
	CONSTRAINT "award_cycle_frozen" CHECK (("award_cycle"."frozen_at" is null) = ("award_cycle"."roll_hash" is null)),
	CONSTRAINT "award_cycle_order" CHECK ("award_cycle"."closed_at" is null or "award_cycle"."frozen_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "award_keeper" (
	"cycle_id" bigint NOT NULL,
	"member" smallint NOT NULL,
	"employee_id" bigint NOT NULL,
	CONSTRAINT "award_keeper_cycle_id_member_pk" PRIMARY KEY("cycle_id","member"),
	CONSTRAINT "award_keeper_person" UNIQUE("cycle_id","employee_id"),
	CONSTRAINT "award_keeper_member" CHECK ("award_keeper"."member" between 1 and 3)
);
--> statement-breakpoint
CREATE TABLE "award_mark" (
	"nominee_id" bigint NOT NULL,
	"by_id" bigint NOT NULL,
	"masalah" smallint NOT NULL,
	"kebaruan" smallint NOT NULL,
	"hasil" smallint NOT NULL,
	"keberlanjutan" smallint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "award_mark_nominee_id_by_id_pk" PRIMARY KEY("nominee_id","by_id"),
	CONSTRAINT "award_mark_range" CHECK (masalah between 0 and 25 and kebaruan between 0 and 25 and hasil between 0 and 25 and keberlanjutan between 0 and 25)
);
--> statement-breakpoint
CREATE TABLE "award_minutes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"cycle_id" bigint NOT NULL,
	"about" text NOT NULL,
	"category" text,
	"words" text DEFAULT '' NOT NULL,
	"by_id" bigint,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "award_nomination" (
	"nominee_id" bigint NOT NULL,
	"cycle_id" bigint NOT NULL,
	"category" text NOT NULL,
	"by_id" bigint NOT NULL,
	"unit_code" text NOT NULL,
	"value" text NOT NULL,
	"story" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"void" boolean DEFAULT false NOT NULL,
	CONSTRAINT "award_nomination_nominee_id_by_id_pk" PRIMARY KEY("nominee_id","by_id")
);
--> statement-breakpoint
CREATE TABLE "award_nominee" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"cycle_id" bigint NOT NULL,
	"category" text NOT NULL,
	"employee_id" bigint NOT NULL,
	"unit_code" text NOT NULL,
	"named_at" timestamp with time zone NOT NULL,
	"consent" text,
	"consent_at" timestamp with time zone,
	"saw_record_at" timestamp with time zone,
	"forwarded_by" bigint,
	"forward_reason" text,
	"forwarded_at" timestamp with time zone,
	"verdict" text,
	"verdict_reason" text,
	"verdict_by" bigint,
	"verdict_at" timestamp with time zone,
	"reply" text,
	"evidence" jsonb,
	"paper" smallint,
	"paper_name" text,
	"innovation" text,
	"story_consent" boolean,
	CONSTRAINT "award_nominee_person" UNIQUE("cycle_id","category","employee_id"),
	CONSTRAINT "award_nominee_paper" UNIQUE("cycle_id","category","paper")
);
--> statement-breakpoint
CREATE TABLE "award_objection" (
	"number" text PRIMARY KEY NOT NULL,
	"cycle_id" bigint NOT NULL,
	"about" text NOT NULL,
	"nominee_id" bigint,
	"by_id" bigint NOT NULL,
	"words" "bytea" NOT NULL,
	"reviewers" bigint[] DEFAULT '{}' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text,
	"answer" "bytea",
	"answered_by" bigint,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "award_told" (
	"cycle_id" bigint NOT NULL,
	"what" text NOT NULL,
	"employee_id" bigint NOT NULL,
	CONSTRAINT "award_told_cycle_id_what_employee_id_pk" PRIMARY KEY("cycle_id","what","employee_id")
);
--> statement-breakpoint
CREATE TABLE "award_ballot" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cycle_id" bigint NOT NULL,
	"category" text NOT NULL,
	"ballot" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "award_cast" (
	"cycle_id" bigint NOT NULL,
	"category" text NOT NULL,
	"place" integer NOT NULL,
	"ballot" jsonb NOT NULL,
	CONSTRAINT "award_cast_cycle_id_category_place_pk" PRIMARY KEY("cycle_id","category","place")
);
--> statement-breakpoint
CREATE TABLE "award_participation" (
	"cycle_id" bigint NOT NULL,
	"category" text NOT NULL,
	"employee_id" bigint NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "award_participation_cycle_id_category_employee_id_pk" PRIMARY KEY("cycle_id","category","employee_id")
);
--> statement-breakpoint
CREATE TABLE "award_receipt" (
	"cycle_id" bigint NOT NULL,
	"category" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "award_receipt_cycle_id_category_hash_pk" PRIMARY KEY("cycle_id","category","hash")
);
--> statement-breakpoint
CREATE TABLE "award_result" (
	"nominee_id" bigint PRIMARY KEY NOT NULL,
	"score" jsonb NOT NULL,
	"place" smallint NOT NULL,
	"number" text,
	"training_code" text,
	CONSTRAINT "award_result_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "award_roll" (
	"cycle_id" bigint NOT NULL,
	"employee_id" bigint NOT NULL,
	"nip" text NOT NULL,
	"unit_code" text NOT NULL,
	CONSTRAINT "award_roll_cycle_id_employee_id_pk" PRIMARY KEY("cycle_id","employee_id")
);
--> statement-breakpoint
CREATE TABLE "award_share" (
	"cycle_id" bigint NOT NULL,
	"member" smallint NOT NULL,
	"opened" jsonb NOT NULL,
	CONSTRAINT "award_share_cycle_id_member_pk" PRIMARY KEY("cycle_id","member")
);
--> statement-breakpoint
CREATE TABLE "personnel_record" (
	"employee_id" bigint NOT NULL,
	"year" smallint NOT NULL,
	"predicate" text,
	"attendance" text,
	"discipline_clear" boolean,
	"service_from" date,
	"last_won" smallint,
	CONSTRAINT "personnel_record_employee_id_year_pk" PRIMARY KEY("employee_id","year")
);
--> statement-breakpoint
ALTER TABLE "award_keeper" ADD CONSTRAINT "award_keeper_cycle_id_award_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."award_cycle"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_keeper" ADD CONSTRAINT "award_keeper_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_mark" ADD CONSTRAINT "award_mark_nominee_id_award_nominee_id_fk" FOREIGN KEY ("nominee_id") REFERENCES "public"."award_nominee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_mark" ADD CONSTRAINT "award_mark_by_id_employee_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_minutes" ADD CONSTRAINT "award_minutes_cycle_id_award_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."award_cycle"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_minutes" ADD CONSTRAINT "award_minutes_by_id_employee_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."employee"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_nomination" ADD CONSTRAINT "award_nomination_nominee_id_award_nominee_id_fk" FOREIGN KEY ("nominee_id") REFERENCES "public"."award_nominee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_nomination" ADD CONSTRAINT "award_nomination_cycle_id_award_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."award_cycle"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_nomination" ADD CONSTRAINT "award_nomination_by_id_employee_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_nominee" ADD CONSTRAINT "award_nominee_cycle_id_award_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."award_cycle"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_nominee" ADD CONSTRAINT "award_nominee_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_nominee" ADD CONSTRAINT "award_nominee_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_nominee" ADD CONSTRAINT "award_nominee_forwarded_by_employee_id_fk" FOREIGN KEY ("forwarded_by") REFERENCES "public"."employee"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_nominee" ADD CONSTRAINT "award_nominee_verdict_by_employee_id_fk" FOREIGN KEY ("verdict_by") REFERENCES "public"."employee"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_objection" ADD CONSTRAINT "award_objection_cycle_id_award_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."award_cycle"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_objection" ADD CONSTRAINT "award_objection_nominee_id_award_nominee_id_fk" FOREIGN KEY ("nominee_id") REFERENCES "public"."award_nominee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_objection" ADD CONSTRAINT "award_objection_by_id_employee_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_objection" ADD CONSTRAINT "award_objection_answered_by_employee_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."employee"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_told" ADD CONSTRAINT "award_told_cycle_id_award_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."award_cycle"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_told" ADD CONSTRAINT "award_told_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_ballot" ADD CONSTRAINT "award_ballot_cycle_id_award_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."award_cycle"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_cast" ADD CONSTRAINT "award_cast_cycle_id_award_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."award_cycle"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_participation" ADD CONSTRAINT "award_participation_cycle_id_award_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."award_cycle"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_participation" ADD CONSTRAINT "award_participation_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_receipt" ADD CONSTRAINT "award_receipt_cycle_id_award_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."award_cycle"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_result" ADD CONSTRAINT "award_result_nominee_id_award_nominee_id_fk" FOREIGN KEY ("nominee_id") REFERENCES "public"."award_nominee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_result" ADD CONSTRAINT "award_result_training_code_training_code_fk" FOREIGN KEY ("training_code") REFERENCES "public"."training"("code") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_roll" ADD CONSTRAINT "award_roll_cycle_id_award_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."award_cycle"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_roll" ADD CONSTRAINT "award_roll_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_share" ADD CONSTRAINT "award_share_cycle_id_award_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."award_cycle"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personnel_record" ADD CONSTRAINT "personnel_record_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "award_minutes_cycle" ON "award_minutes" USING btree ("cycle_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "award_nomination_once" ON "award_nomination" USING btree ("cycle_id","category","by_id") WHERE not "award_nomination"."void";--> statement-breakpoint
CREATE UNIQUE INDEX "award_nominee_forwarded" ON "award_nominee" USING btree ("cycle_id","category","unit_code") WHERE "award_nominee"."forwarded_at" is not null;--> statement-breakpoint
CREATE INDEX "award_nominee_employee" ON "award_nominee" USING btree ("employee_id");--> statement-breakpoint
CREATE INDEX "award_objection_open" ON "award_objection" USING btree ("cycle_id") WHERE "award_objection"."outcome" is null;