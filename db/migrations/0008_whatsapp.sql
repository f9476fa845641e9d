CREATE TABLE "contact_alias" (
	"key" "bytea" PRIMARY KEY NOT NULL,
	"contact_id" bigint NOT NULL,
	"firm" boolean NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pairing_code" (
	"contact_id" bigint PRIMARY KEY NOT NULL,
	"hash" "bytea" NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pairing_code_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "template_missing" (
	"account" text NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "template_missing_account_name_language_pk" PRIMARY KEY("account","name","language")
);
--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "person" uuid;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "chosen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "knocked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "answer" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "message" text;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "rank" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_alias" ADD CONSTRAINT "contact_alias_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing_code" ADD CONSTRAINT "pairing_code_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_alias_contact" ON "contact_alias" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "contact_person" ON "contact" USING btree ("person") WHERE "contact"."person" is not null;--> statement-breakpoint
CREATE INDEX "letter_message" ON "letter" USING btree ("message") WHERE "letter"."message" is not null;