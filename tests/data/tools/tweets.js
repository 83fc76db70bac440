window.YTD.tweets.part0 = [
  {
    "tweet": {
      "edit_info": {},
      "retweeted": false,
      "source": "<a href=\"https://mobile.example\" rel=\"nofollow\">Web App</a>",
      "entities": {
        "hashtags": [
          {
            "text": "port"
          }
        ],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "100"
      ],
      "favorite_count": "1",
      "id_str": "161",
      "truncated": false,
      "retweet_count": "0",
      "id": "161",
      "created_at": "Tue Jan 17 08:15:00 +0000 2023",
      "favorited": false,
      "full_text": "Le quai nord a rouvert mardi matin à Valombre, après deux ans de travaux et quatre millions d’euros dépensés.",
      "lang": "fr"
    }
  },
  {
    "tweet": {
      "id_str": "162",
      "id": "162",
      "created_at": "Wed Jan 18 08:15:00 +0000 2023",
      "full_text": "La criée de Port-Blanc pourrait fermer au printemps, faute d’un repreneur qui accepte d’en payer la remise aux normes.",
      "lang": "fr",
      "source": "<a href=\"x\">Web App</a>"
    }
  }
]