CREATE TABLE "linked_device_day" (
	"account" text NOT NULL,
	"day" date NOT NULL,
	"heard" integer DEFAULT 0 NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"unopened" integer DEFAULT 0 NOT NULL,
	"reconnects" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "linked_device_day_account_day_pk" PRIMARY KEY("account","day")
);
--> statement-breakpoint
CREATE TABLE "linked_device_health" (
	"account" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	"why" text,
	"failures" integer DEFAULT 0 NOT NULL,
	"heard_at" timestamp with time zone,
	"paused_until" timestamp with time zone,
	"paused_why" text
);
--> statement-breakpoint
CREATE TABLE "linked_device_lease" (
	"account" text PRIMARY KEY NOT NULL,
	"owner" uuid NOT NULL,
	"fence" bigint NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "linked_device_message" (
	"key" "bytea" PRIMARY KEY NOT NULL,
	"id" bigserial NOT NULL,
	"account" text NOT NULL,
	"stanza" "bytea",
	"tries" smallint DEFAULT 0 NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "linked_device_message_id_unique" UNIQUE("id")
);
