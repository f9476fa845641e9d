CREATE TABLE "employee" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"nip" text NOT NULL,
	"name" text NOT NULL,
	"unit_code" text NOT NULL,
	"position" text NOT NULL,
	"kind" text NOT NULL,
	"grade" text,
	"phone" "bytea",
	"supervisor_nip" text,
	"roles" text[] DEFAULT '{}' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "employee_nip_unique" UNIQUE("nip")
);
--> statement-breakpoint
ALTER TABLE "employee" ADD CONSTRAINT "employee_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employee" ADD CONSTRAINT "employee_supervisor_nip_employee_nip_fk" FOREIGN KEY ("supervisor_nip") REFERENCES "public"."employee"("nip") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "employee_unit" ON "employee" USING btree ("unit_code");--> statement-breakpoint
CREATE INDEX "employee_supervisor" ON "employee" USING btree ("supervisor_nip");