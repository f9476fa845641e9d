CREATE TABLE "activation" (
	"beginning" text PRIMARY KEY NOT NULL,
	"employee_id" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "activation_employee_id_unique" UNIQUE("employee_id")
);
--> statement-breakpoint
CREATE TABLE "code_try" (
	"contact_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"nth" bigserial NOT NULL,
	CONSTRAINT "code_try_contact_id_nth_pk" PRIMARY KEY("contact_id","nth")
);
--> statement-breakpoint
CREATE TABLE "staff_link" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"employee_id" bigint NOT NULL,
	"contact_id" bigint NOT NULL,
	"channel" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_why" text
);
--> statement-breakpoint
ALTER TABLE "activation" ADD CONSTRAINT "activation_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "code_try" ADD CONSTRAINT "code_try_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_link" ADD CONSTRAINT "staff_link_employee_id_employee_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employee"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_link" ADD CONSTRAINT "staff_link_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "code_try_at" ON "code_try" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_link_employee" ON "staff_link" USING btree ("employee_id","channel") WHERE "staff_link"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "staff_link_contact" ON "staff_link" USING btree ("contact_id") WHERE "staff_link"."ended_at" is null;