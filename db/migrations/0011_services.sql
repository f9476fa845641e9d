CREATE TABLE "service" (
	"code" text PRIMARY KEY NOT NULL,
	"unit_code" text NOT NULL,
	"name" text NOT NULL,
	"requirements" text[] DEFAULT '{}' NOT NULL,
	"steps" text[] DEFAULT '{}' NOT NULL,
	"time" text,
	"fee" text,
	"product" text,
	"hours" text,
	"place" text,
	"counter_code" text,
	"users" integer,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "service_counter_code_unique" UNIQUE("counter_code")
);
--> statement-breakpoint
ALTER TABLE "service" ADD CONSTRAINT "service_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;