CREATE TABLE "coaching_check" (
	"proposal_id" bigint NOT NULL,
	"day" smallint NOT NULL,
	"figure" jsonb NOT NULL,
	"on_day" date NOT NULL,
	CONSTRAINT "coaching_check_proposal_id_day_pk" PRIMARY KEY("proposal_id","day")
);
--> statement-breakpoint
CREATE TABLE "coaching_proposal" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"unit_code" text NOT NULL,
	"element" text NOT NULL,
	"half" text NOT NULL,
	"on_day" date NOT NULL,
	"module_code" text,
	"figure" jsonb NOT NULL,
	"aim" text NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	"answered_by" bigint,
	CONSTRAINT "coaching_proposal_once" UNIQUE("unit_code","element","half")
);
--> statement-breakpoint
CREATE TABLE "exercise" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"report_id" bigint,
	"unit_code" text NOT NULL,
	"content" jsonb NOT NULL,
	"state" text NOT NULL,
	"made_on" date NOT NULL,
	"judged_on" date,
	"judged_by" bigint,
	CONSTRAINT "exercise_report_id_unique" UNIQUE("report_id")
);
--> statement-breakpoint
CREATE TABLE "exercise_answer" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"exercise_id" bigint NOT NULL,
	"employee_id" bigint NOT NULL,
	"words" "bytea" NOT NULL,
	"marks" jsonb NOT NULL,
	"answered_on" date NOT NULL,
	"colleague_id" bigint,
	"colleague_marks" jsonb,
	"scored_on" date,
	CONSTRAINT "exercise_answer_once" UNIQUE("exercise_id","employee_id")
);
--> statement-breakpoint
CREATE TABLE "exercise_seen" (
	"hash" "bytea" PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "learning_module" (
	"code" text PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "module_certificate" (
	"number" text PRIMARY KEY NOT NULL,
	"employee_id" bigint NOT NULL,
	"module_code" text NOT NULL,
	"name" text NOT NULL,
	"unit_name" text NOT NULL,
	"title" text NOT NULL,
	"minutes" smallint NOT NULL,
	"percent" smallint NOT NULL,
	"jp" integer NOT NULL,
	"decree" text,
	"date" date NOT NULL,
	CONSTRAINT "module_certificate_once" UNIQUE("employee_id","module_code")
);
--> statement-breakpoint
CREATE TABLE "module_picture" (
	"id" uuid PRIMARY KEY NOT NULL,
	"module_code" text NOT NULL,
	"file" text NOT NULL,
	"hash" "bytea" NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"size" integer NOT NULL,
	CONSTRAINT "module_picture_once" UNIQUE("module_code","file")
);
--> statement-breakpoint
CREATE TABLE "module_progress" (
	"employee_id" bigint NOT NULL,
	"module_code" text NOT NULL,
	"done" text[] DEFAULT '{}' NOT NULL,
	"attempt" smallint DEFAULT 1 NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"started_on" date NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"passed_on" date,
	"percent" smallint,
	CONSTRAINT "module_progress_employee_id_module_code_pk" PRIMARY KEY("employee_id","module_code")
);
--> statement-breakpoint
CREATE TABLE "module_repetition" (
	"employee_id" bigint NOT NULL,
	"module_code" text NOT NULL,
	"question" text NOT NULL,
	"wrong_on" date NOT NULL,
	"round" smallint NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "module_repetition_employee_id_module_code_question_pk" PRIMARY KEY("employee_id","module_code","question"),
	CONSTRAINT "module_repetition_round" CHECK ("module_repetition"."round" between 0 and 3)
);
--> statement-breakpoint
CREATE TABLE "self_check" (
	"employee_id" bigint NOT NULL,
	"year" smallint NOT NULL,
	"unit_code" text NOT NULL,
	"answers" jsonb NOT NULL,
	CONSTRAINT "self_check_employee_id_year_pk" PRIMARY KEY("employee_id","year")
);
--> statement-breakpoint
CREATE TABLE "team_case" (
	"id" text PRIMARY KEY NOT NULL,
	"place" smallint NOT NULL,
	"content" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team_case_told" (
	"unit_code" text NOT NULL,
	"monday" date NOT NULL,
	"case_id" text NOT NULL,
	CONSTRAINT "team_case_told_unit_code_monday_pk" PRIMARY KEY("unit_code","monday")
);
--> statement-breakpoint
CREATE TABLE "training_use" (
	"id" uuid PRIMARY KEY NOT NULL,
	"training_code" text NOT NULL,
	"answer" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "training_use_asked" (
	"employee_id" bigint NOT NULL,
	"training_code" text NOT NULL,
	"asked_on" date NOT NULL,
	"answered" boolean DEFAULT false NOT NULL,
	CONSTRAINT "training_use_asked_employee_id_training_code_pk" PRIMARY KEY("employee_id","training_code")
);
--> statement-breakpoint
ALTER TABLE "training" ADD COLUMN "cost" bigint;--> statement-breakpoint
ALTER TABLE "coaching_check" ADD CONSTRAINT "coaching_check_proposal_id_coaching_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."coaching_proposal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coaching_proposal" ADD CONSTRAINT "coaching_proposal_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coaching_proposal" ADD CONSTRAINT "coaching_proposal_module_code_learning_module_code_fk" FOREIGN KEY ("module_code") REFERENCES "public"."learning_module"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coaching_proposal" ADD CONSTRAINT "coaching_proposal_answered_by_employee_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."employee"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise" ADD CONSTRAINT "exercise_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise" ADD CONSTRAINT "exercise_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise" ADD CONSTRAINT "exercise_judged_by_employee_id_fk" FOREIGN KEY ("judged_by") REFERENCES "public"."employee"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_answer" ADD CONSTRAINT "exercise_answer_exercise_id_exercise_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercise"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_answer" ADD CONSTRAINT "exercise_answer_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_answer" ADD CONSTRAINT "exercise_answer_colleague_id_employee_id_fk" FOREIGN KEY ("colleague_id") REFERENCES "public"."employee"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "module_certificate" ADD CONSTRAINT "module_certificate_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "module_certificate" ADD CONSTRAINT "module_certificate_module_code_learning_module_code_fk" FOREIGN KEY ("module_code") REFERENCES "public"."learning_module"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "module_picture" ADD CONSTRAINT "module_picture_module_code_learning_module_code_fk" FOREIGN KEY ("module_code") REFERENCES "public"."learning_module"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "module_progress" ADD CONSTRAINT "module_progress_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "module_progress" ADD CONSTRAINT "module_progress_module_code_learning_module_code_fk" FOREIGN KEY ("module_code") REFERENCES "public"."learning_module"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "module_repetition" ADD CONSTRAINT "module_repetition_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "module_repetition" ADD CONSTRAINT "module_repetition_module_code_learning_module_code_fk" FOREIGN KEY ("module_code") REFERENCES "public"."learning_module"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_check" ADD CONSTRAINT "self_check_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_check" ADD CONSTRAINT "self_check_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_case_told" ADD CONSTRAINT "team_case_told_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_use" ADD CONSTRAINT "training_use_training_code_training_code_fk" FOREIGN KEY ("training_code") REFERENCES "public"."training"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_use_asked" ADD CONSTRAINT "training_use_asked_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_use_asked" ADD CONSTRAINT "training_use_asked_training_code_training_code_fk" FOREIGN KEY ("training_code") REFERENCES "public"."training"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exercise_state" ON "exercise" USING btree ("state","unit_code");--> statement-breakpoint
CREATE INDEX "exercise_answer_employee" ON "exercise_answer" USING btree ("employee_id");--> statement-breakpoint
CREATE INDEX "module_repetition_due" ON "module_repetition" USING btree ("due_on");--> statement-breakpoint
CREATE INDEX "self_check_unit" ON "self_check" USING btree ("year","unit_code");--> statement-breakpoint
CREATE INDEX "training_use_training" ON "training_use" USING btree ("training_code");