CREATE TABLE "hand_over" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"contact_id" bigint,
	"locale" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"due" date NOT NULL,
	"sealed" "bytea",
	"state" text DEFAULT 'open' NOT NULL,
	"told_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"taken_by" bigint,
	"answered_at" timestamp with time zone,
	"answer" "bytea",
	CONSTRAINT "hand_over_number_unique" UNIQUE("number")
);
--> statement-breakpoint
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_taken_by_employee_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."employee"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hand_over_open" ON "hand_over" USING btree ("due") WHERE "hand_over"."state" = 'open';